import { InitialSavepoint } from './initial-savepoint';
import { UpgradeMode } from '../operator/flink-deployment-spec';

/** Whether a job runs. Field `spec.job.state`. */
export enum JobState {
  /** It runs. */
  RUNNING = 'running',
  /** It is stopped, with its state kept as the upgrade mode says. A first deployment that is suspended starts nothing. */
  SUSPENDED = 'suspended',
}

/**
 * How a job starts and how it is upgraded, whatever it is made of. Savepoints and checkpoints by hand are resources of
 * their own, FlinkStateSnapshot; the nonces that used to trigger them are deprecated and not offered.
 */
export interface JobProps {
  /**
   * Arguments of the main method, one an element; no shell splits them. A secret among them is refused with
   * `[plain-text-credential]`, an option and its value in one element with `[job-argument]`. Field `spec.job.args`.
   * @default - none
   */
  readonly args?: string[];
  /**
   * Whether it runs. Field `spec.job.state`.
   * @default JobState.RUNNING
   */
  readonly state?: JobState;
  /**
   * How an upgrade carries the state over. Field `spec.job.upgradeMode`.
   * @default - stateless without checkpoints, last-state with high availability, savepoint otherwise
   */
  readonly upgradeMode?: UpgradeMode;
  /**
   * The savepoint that the first deployment starts from, and a later one when its `redeployNonce` changes. Refused with
   * `[initial-savepoint]`. Fields `spec.job.initialSavepointPath` and `spec.job.savepointRedeployNonce`.
   * @default - an empty state
   */
  readonly initialSavepoint?: InitialSavepoint;
  /**
   * True: it starts although the snapshot holds state that the job no longer has, which is then dropped.
   * Field `spec.job.allowNonRestoredState`.
   * @default false
   */
  readonly allowNonRestoredState?: boolean;
  /**
   * A change, which a person makes on purpose, clears what the autoscaler has learnt. A whole number, or refused with
   * `[job-nonce]`. From operator 1.11. Field `spec.job.autoscalerResetNonce`.
   * @default - none
   */
  readonly autoscalerResetNonce?: number;
}
