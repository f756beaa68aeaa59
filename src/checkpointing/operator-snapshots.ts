import { Duration } from 'cdk8s';
import { SnapshotSchedule } from './snapshot-schedule';

/** In what format a savepoint is written. */
export enum SavepointFormat {
  /** Readable by any state backend; slow for large state. ForSt cannot write it. */
  CANONICAL = 'CANONICAL',
  /** That of the state backend: quick, but tied to it. */
  NATIVE = 'NATIVE',
}

/** What a checkpoint that the operator triggers holds. */
export enum CheckpointType {
  /** All of the state, so that it leans on no older checkpoint. */
  FULL = 'FULL',
  /** What changed since the last one. */
  INCREMENTAL = 'INCREMENTAL',
}

/**
 * Snapshots that the operator takes of a running job beside the job's own checkpoints, and how long it keeps them. Each is
 * a FlinkStateSnapshot in the namespace of the job.
 *
 * Draining is left out: the operator's option for it would also drain the job at every upgrade with a savepoint.
 */
export interface OperatorSnapshots {
  /**
   * When savepoints are taken. Option `kubernetes.operator.periodic.savepoint.interval`.
   * @default - never by itself
   */
  readonly savepoints?: SnapshotSchedule;
  /**
   * When checkpoints are triggered beside those of the job; for a full one now and then. Option
   * `kubernetes.operator.periodic.checkpoint.interval`.
   * @default - never by itself
   */
  readonly checkpoints?: SnapshotSchedule;
  /**
   * Format of all savepoints that the operator takes, for upgrades too. Option `kubernetes.operator.savepoint.format.type`.
   * @default - the operator's own, canonical; native for ForSt
   */
  readonly savepointFormat?: SavepointFormat;
  /**
   * What triggered checkpoints hold. Option `kubernetes.operator.checkpoint.type`.
   * @default - the operator's own, full
   */
  readonly checkpointType?: CheckpointType;
  /**
   * How many savepoints, and how many checkpoints, are kept, from 1. The operator's installation may set a lower bound of
   * its own. Option `kubernetes.operator.savepoint.history.max.count`. Refused with `[checkpointing-count]`.
   * @default - the operator's own, 10
   */
  readonly maxCount?: number;
  /**
   * How long they are kept; the last one is kept longer. Option `kubernetes.operator.savepoint.history.max.age`.
   * @default - the operator's own, one day
   */
  readonly maxAge?: Duration;
  /**
   * Whether old ones are removed at all. Option `kubernetes.operator.savepoint.cleanup.enabled`.
   * @default - the operator's own, true
   */
  readonly cleanup?: boolean;
  /**
   * Whether the files of a savepoint go when its FlinkStateSnapshot does. Without it, what cleanup removes from Kubernetes
   * stays in the storage; with it, a FlinkStateSnapshot that is deleted while its job does not run stays until it does. Option `kubernetes.operator.savepoint.dispose-on-delete`.
   * @default - the operator's own, false: the files stay
   */
  readonly disposeOnDelete?: boolean;
  /**
   * Whether a running job stops with a savepoint when its resource is deleted. Option
   * `kubernetes.operator.job.savepoint-on-deletion`.
   * @default - the operator's own, false: it is cancelled
   */
  readonly savepointOnDeletion?: boolean;
}
