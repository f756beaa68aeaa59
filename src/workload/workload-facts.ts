import { Duration, Size } from 'cdk8s';
import { KeySkew } from './key-skew';
import { Throughput } from './throughput';
import { FlinkApi, ProgrammingLanguage } from './workload-kind';

/** What may be known of any workload. Only the throughput is needed. */
export interface StatelessWorkloadProps {
  /** How much arrives. */
  readonly throughput: Throughput;
  /**
   * How late an answer may be; below five seconds the plan spends more CPU on it, and below one for each exchange
   * it flushes network buffers earlier. Above zero.
   * @default - five seconds
   */
  readonly latencyObjective?: Duration;
  /**
   * How long after a failure the job may take to be back and to have caught up. The plan keeps that much CPU spare.
   * @default - no objective; the usual headroom catches up in its own time
   */
  readonly recoveryTimeObjective?: Duration;
  /**
   * How much work may have to be done again after a failure; bounds the checkpoint interval.
   * @default - no objective; the interval follows from the state
   */
  readonly recoveryPointObjective?: Duration;
  /**
   * Partitions of the source with the fewest that must be read in full, for example of a Kafka topic;
   * parallelism never passes it. A whole number from 1, or refused with `[workload-partitions]`.
   * @default - partitions do not limit the parallelism
   */
  readonly sourcePartitions?: number;
  /**
   * Boxes of the job's graph in Flink's web UI: operators after chaining, sources and sinks included.
   * A whole number from 1, or refused with `[workload-topology]`.
   * @default - as usual for the kind of work, one to four
   */
  readonly operators?: number;
  /**
   * Exchanges between operators by key, rebalance or broadcast; each needs network buffers. A whole number from 0.
   * @default - as usual for the kind of work, none to two
   */
  readonly shuffles?: number;
  /**
   * How the job is written. SQL shares slices between overlapping windows, and its windows take managed memory.
   * @default FlinkApi.DATA_STREAM
   */
  readonly api?: FlinkApi;
  /**
   * The language of the user code. Python costs CPU for each record, and managed memory.
   * @default ProgrammingLanguage.JAVA
   */
  readonly language?: ProgrammingLanguage;
  /**
   * True: the sink shows its records only when a checkpoint completes (transactional Kafka, two-phase commit, files),
   * so no answer can be earlier than a checkpoint. An impossible latency is refused with `[exactly-once-latency]`.
   * @default false
   */
  readonly exactlyOnceSink?: boolean;
  /**
   * True: no function keeps or changes a record after it has handed it on, so Flink need not copy between chained operators.
   * Flink option `pipeline.object-reuse`.
   * @default false
   */
  readonly objectReuseSafe?: boolean;
}

/** What may be known of a workload that makes many records of one. */
export interface FanOutWorkloadProps extends StatelessWorkloadProps {
  /**
   * Records written for each record read. Above zero.
   * @default 10
   */
  readonly outputsPerRecord?: number;
}

/** What may be known of a workload that asks another system. */
export interface EnrichmentWorkloadProps extends StatelessWorkloadProps {
  /**
   * How long the other system takes for one answer, on average.
   * @default - ten milliseconds
   */
  readonly lookupTime?: Duration;
  /**
   * Requests that one subtask may have under way: the capacity of `AsyncDataStream`, or `table.exec.async-lookup.buffer-capacity`.
   * A whole number from 1.
   * @default 100
   */
  readonly lookupsAtOnce?: number;
}

/** What may be known of a workload that remembers something between records. */
export interface StatefulWorkloadProps extends StatelessWorkloadProps {
  /**
   * All keyed state of the job when it has been running for long, as stored. Above zero. Either this or `distinctKeys`,
   * or refused with `[workload-state-twice]`.
   * @default - distinctKeys × bytesPerKey where the keys are known; otherwise one gibibyte is assumed, and the plan says so
   */
  readonly expectedState?: Size;
  /**
   * Keys that ever have state. Above zero.
   * @default - not known
   */
  readonly distinctKeys?: number;
  /**
   * Bytes of state for one key, as stored, the key itself included. Needs `distinctKeys`, or refused with `[workload-keys]`.
   * @default - as usual for the kind of work, from 64 bytes to twice a record; for each window that overlaps,
   * and in an interval join for each record that comes within the time to live
   */
  readonly bytesPerKey?: number;
  /**
   * How long the state of a key is kept after its last update. Needs `distinctKeys`, or refused with `[workload-keys]`:
   * no more keys are alive than records come within it. Of an interval join, the span of time in which records meet.
   * @default - state is kept for ever
   */
  readonly stateTimeToLive?: Duration;
  /**
   * How unevenly the records fall on the keys.
   * @default KeySkew.EVEN
   */
  readonly keySkew?: KeySkew;
  /**
   * Share of the records that reach the keyed state; the others are filtered away before it. Above 0, at most 1.
   * @default 1
   */
  readonly keyedShare?: number;
  /**
   * State descriptors of the job, each a column family of RocksDB with write buffers of its own. A whole number from 1.
   * @default - as usual for the kind of work, one to three
   */
  readonly states?: number;
}

/** What may be known of a workload by windows. */
export interface WindowedWorkloadProps extends StatefulWorkloadProps {
  /**
   * Windows that one record belongs to: size ÷ slide of sliding windows. A whole number from 1.
   * @default 1
   */
  readonly windowOverlap?: number;
}

/** All that may be known of a workload of some kind. */
export interface WorkloadFacts extends WindowedWorkloadProps, EnrichmentWorkloadProps, FanOutWorkloadProps {}
