import { Duration } from 'cdk8s';
import { OperatorSnapshots } from './operator-snapshots';
import { Refusal, shown } from '../refusal';
import { StrategyConfig } from '../strategy/strategy-config';
import { StrategyContext } from '../strategy/strategy-context';

/** What a record counts for after a failure. */
export enum CheckpointingMode {
  /** Each record counts once in the state. */
  EXACTLY_ONCE = 'EXACTLY_ONCE',
  /** A record may count again; no alignment is needed. */
  AT_LEAST_ONCE = 'AT_LEAST_ONCE',
}

/** What becomes of the last checkpoints when a job is cancelled. */
export enum CheckpointRetention {
  /** They stay until somebody removes them: any upgrade may go back to them. */
  RETAIN_ON_CANCELLATION = 'RETAIN_ON_CANCELLATION',
  /** They go with the job, and stay only when it fails. */
  DELETE_ON_CANCELLATION = 'DELETE_ON_CANCELLATION',
}

/** When and how checkpoints are taken, wherever they are stored. */
export interface CheckpointingProps {
  /**
   * Time between the starts of two checkpoints. At least 10 ms. Flink option `execution.checkpointing.interval`.
   * @default - derived by the plan from what changes, its upload and the objectives
   */
  readonly interval?: Duration;
  /**
   * When an unfinished checkpoint is given up. At least 10 ms. Flink option `execution.checkpointing.timeout`.
   * @default - derived by the plan, ten minutes or more
   */
  readonly timeout?: Duration;
  /**
   * Time without any checkpoint between two. Flink option `execution.checkpointing.min-pause`.
   * @default - derived by the plan, a third of the interval
   */
  readonly minPause?: Duration;
  /**
   * What a record counts for after a failure. Flink option `execution.checkpointing.mode`.
   * @default - Flink's own, exactly once
   */
  readonly mode?: CheckpointingMode;
  /**
   * Barriers overtake records under backpressure, which are stored with the checkpoint.
   * Not together with `maxConcurrent` above 1. Flink option `execution.checkpointing.unaligned.enabled`.
   * @default - derived by the plan: on where records are exchanged and an objective asks for a second or less, or for a recovery in time
   */
  readonly unaligned?: boolean;
  /**
   * Checkpoints under way at the same time, from 1. Flink option `execution.checkpointing.max-concurrent-checkpoints`.
   * @default 1
   */
  readonly maxConcurrent?: number;
  /**
   * Completed checkpoints that are kept to recover from, from 1. A single one is refused with `[few-retained-checkpoints]`
   * unless the job is upgraded stateless. Flink option `execution.checkpointing.num-retained`.
   * @default - derived by the plan, three
   */
  readonly retained?: number;
  /**
   * What becomes of the last checkpoints when the job is cancelled. Deleting them is refused with
   * `[checkpoints-deleted-on-cancellation]` unless the job is upgraded stateless: for any other upgrade the operator may
   * have to cancel a job and go on from its last checkpoint.
   * Flink option `execution.checkpointing.externalized-checkpoint-retention`.
   * @default - the operator's own, they stay
   */
  readonly retention?: CheckpointRetention;
  /**
   * Snapshots that the operator takes beside the checkpoints of the job.
   * @default - those for upgrades alone
   */
  readonly operatorSnapshots?: OperatorSnapshots;
}

/** Why a job runs without checkpoints. */
export interface DisabledCheckpointingProps {
  /** For the next reader; not empty. Refused with `[checkpointing-reason]`. */
  readonly reason: string;
}

/** Where snapshots of the state go, as URIs; both must outlive every pod. */
export interface SnapshotDirectories {
  /** Holds checkpoints. Flink option `execution.checkpointing.dir`. */
  readonly checkpoints: string;
  /** Holds savepoints, which the operator takes for an upgrade. Flink option `execution.checkpointing.savepoint-dir`. */
  readonly savepoints: string;
  /**
   * Holds what a new JobManager needs to find the job again, where high availability is on. Flink option `high-availability.storageDir`.
   * @default - high availability needs a directory of its own
   */
  readonly highAvailability?: string;
}

/** What checkpoint storage brings. */
export interface CheckpointingConfig extends StrategyConfig {
  /**
   * Where snapshots go.
   * @default - nowhere: the job takes none
   */
  readonly directories?: SnapshotDirectories;
}

/**
 * Whether, when and where a job takes checkpoints. Extend it for a storage of your own, whose directories
 * must outlive every pod, as those of this library do.
 */
export abstract class Checkpointing {
  /**
   * No checkpoints: a failure or an upgrade starts the job from nothing. Only for workloads without state.
   * Flink would not restart such a job at all; the plan's restart strategy makes it.
   */
  public static disabled(props: DisabledCheckpointingProps): Checkpointing {
    return new DisabledCheckpointing(props.reason);
  }

  /** False: the job runs without checkpoints. */
  public readonly enabled: boolean = true;
  /** When and how, as given. */
  public readonly schedule: CheckpointingProps;

  constructor(schedule: CheckpointingProps = {}) {
    this.schedule = schedule;
  }

  /** Directories, settings and pod needs of this storage for one deployment. Asked whenever that is made or explained. */
  public abstract bind(context: StrategyContext): CheckpointingConfig;
}

class DisabledCheckpointing extends Checkpointing {
  public readonly enabled = false;

  constructor(reason: string) {
    super();
    if (typeof reason !== 'string' || reason.trim() === '') {
      throw new Refusal({
        code: 'checkpointing-reason',
        what: 'checkpoints are disabled without a reason',
        got: shown(reason),
        allowed: 'a sentence that the next reader understands',
        fix: 'say why the job can start from nothing after a failure',
      });
    }
  }

  public bind(_context: StrategyContext): CheckpointingConfig {
    return {};
  }
}
