import { Duration, Size } from 'cdk8s';

/** What was measured of the job that runs, or of a trial of it; each measurement replaces a rule. */
export interface Calibration {
  /**
   * Records a second that went through one core, over all operators: those of all sources ÷ cores that the slots had. Above zero.
   * @default - a rule for the kind of work
   */
  readonly recordsPerSecondPerCore?: number;
  /**
   * How busy that core was, from above 0 to 1: at 0.5 it could have done twice as much. CPU used ÷ cores of the slots;
   * not Flink's busy time, which counts waiting for a disk, for which the plan has a rule of its own.
   * @default 1
   */
  readonly coreUtilization?: number;
  /**
   * Bytes of state for one key, as stored. Needs `distinctKeys` in the workload, or refused with `[workload-keys]`.
   * @default - what the workload says, or a rule
   */
  readonly stateBytesPerKey?: number;
  /**
   * Share of the state accesses that RocksDB answers from its block cache, 0 to 1 (`state.backend.rocksdb.metrics.block-cache-hit` and `-miss`).
   * @default - a rule
   */
  readonly cacheHitRate?: number;
  /**
   * How long a checkpoint takes; the 99th percentile is the one to take.
   * @default - from its size and the upload rate
   */
  readonly checkpointDuration?: Duration;
  /**
   * What one checkpoint uploads, over all TaskManagers (`lastCheckpointSize`).
   * @default - from throughput and state
   */
  readonly checkpointSize?: Size;
  /**
   * Bytes a second that one TaskManager uploads to the checkpoint storage. Above zero.
   * @default - a rule
   */
  readonly uploadBytesPerSecond?: number;
  /**
   * From a failure until all tasks run again, without the restore of their state.
   * @default - a rule
   */
  readonly restartTime?: Duration;
}
