import { Duration } from 'cdk8s';

/** When, how and for how long checkpoints are taken. */
export interface CheckpointTuning {
  /** Time between the starts of two. Flink option `execution.checkpointing.interval`. */
  readonly interval: Duration;
  /** When one that has not finished is given up. Flink option `execution.checkpointing.timeout`. */
  readonly timeout: Duration;
  /** Time without any between two. Flink option `execution.checkpointing.min-pause`. */
  readonly minPause: Duration;
  /** How long one is expected to take. */
  readonly expectedDuration: Duration;
  /** Only what changed is uploaded. Flink option `execution.checkpointing.incremental`. */
  readonly incremental: boolean;
  /** Barriers overtake records when the alignment takes too long. Flink option `execution.checkpointing.unaligned.enabled`. */
  readonly unaligned: boolean;
  /**
   * When alignment takes too long. Flink option `execution.checkpointing.aligned-checkpoint-timeout`.
   * @default - absent without unaligned checkpoints
   */
  readonly alignedTimeout?: Duration;
  /** Completed ones that are kept. Flink option `execution.checkpointing.num-retained`. */
  readonly retained: number;
  /** Small files of many subtasks go into one. Flink option `execution.checkpointing.file-merging.enabled`. */
  readonly fileMerging: boolean;
  /** A copy of the state stays on the TaskManager for a quick restart. Flink option `execution.state-recovery.from-local`, which also makes the copies. */
  readonly localRecovery: boolean;
}
