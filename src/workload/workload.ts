import { Duration, Size } from 'cdk8s';
import { Throughput } from './throughput';

/** What a streaming job mainly does with a record. */
export enum WorkloadKind {
  /** Map, filter, route: nothing is remembered between records. */
  STATELESS_TRANSFORMATION = 'stateless transformation',
  /** Each record waits for an answer from another system. */
  ASYNC_ENRICHMENT = 'asynchronous enrichment',
  /** Each key is remembered for a while, repeats are dropped. */
  DEDUPLICATION = 'deduplication',
  /** Counts and sums by key and time window. */
  WINDOWED_AGGREGATION = 'windowed aggregation',
  /** Records of two or more streams meet by key. */
  STREAM_JOIN = 'stream join',
  /** A state machine or pattern is followed for each key. */
  PATTERN_DETECTION = 'pattern detection',
}

/** What is known of any workload. Only the throughput is needed. */
export interface StatelessWorkloadProps {
  /** How much arrives. */
  readonly throughput: Throughput;
  /**
   * How late an answer may be; below five seconds the plan spends more CPU on it. Above zero.
   * @default - five seconds
   */
  readonly latencyObjective?: Duration;
  /**
   * Partitions of the source with the fewest that must be read in full, for example of a Kafka topic;
   * parallelism never passes it. A whole number from 1.
   * @default - partitions do not limit the parallelism
   */
  readonly sourcePartitions?: number;
}

/** What is known of a workload that remembers something between records. */
export interface StatefulWorkloadProps extends StatelessWorkloadProps {
  /**
   * All keyed state of the job when it has been running for long, as stored. Above zero.
   * @default - one gibibyte is assumed, and the plan says so
   */
  readonly expectedState?: Size;
}

/**
 * What a job has to do, in the words of the people who know it. Facts only; what follows from them is
 * the plan. Impossible facts are refused by the construct that uses them, with its path.
 */
export class Workload {
  /** Map, filter, route. */
  public static statelessTransformation(props: StatelessWorkloadProps): Workload {
    return new Workload(WorkloadKind.STATELESS_TRANSFORMATION, false, props);
  }

  /** Look-ups in another system for each record, without state of its own. */
  public static asyncEnrichment(props: StatelessWorkloadProps): Workload {
    return new Workload(WorkloadKind.ASYNC_ENRICHMENT, false, props);
  }

  /** First record of each key passes, repeats are dropped. */
  public static deduplication(props: StatefulWorkloadProps): Workload {
    return new Workload(WorkloadKind.DEDUPLICATION, true, props);
  }

  /** Counts and sums by key and window. */
  public static windowedAggregation(props: StatefulWorkloadProps): Workload {
    return new Workload(WorkloadKind.WINDOWED_AGGREGATION, true, props);
  }

  /** Records of two or more streams meet by key. */
  public static streamJoin(props: StatefulWorkloadProps): Workload {
    return new Workload(WorkloadKind.STREAM_JOIN, true, props);
  }

  /** A state machine or pattern for each key. */
  public static patternDetection(props: StatefulWorkloadProps): Workload {
    return new Workload(WorkloadKind.PATTERN_DETECTION, true, props);
  }

  /** How much arrives. */
  public readonly throughput: Throughput;
  /** How late an answer may be, if said. */
  public readonly latencyObjective?: Duration;
  /** The limit that the source sets to parallelism, if said. */
  public readonly sourcePartitions?: number;
  /** All keyed state, if said. */
  public readonly expectedState?: Size;

  private constructor(
    /** What the job mainly does. */
    public readonly kind: WorkloadKind,
    /** True when the job remembers something between records. */
    public readonly stateful: boolean,
    props: StatefulWorkloadProps,
  ) {
    this.throughput = props.throughput;
    this.latencyObjective = props.latencyObjective;
    this.sourcePartitions = props.sourcePartitions;
    this.expectedState = props.expectedState;
  }
}
