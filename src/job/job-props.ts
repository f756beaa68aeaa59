import { UpgradeMode } from '../operator/flink-deployment-spec';

/** Whether a job runs. Field `spec.job.state`. */
export enum JobState {
  /** It runs. */
  RUNNING = 'running',
  /** It is stopped, with its state kept as the upgrade mode says. */
  SUSPENDED = 'suspended',
}

/** How a job starts and how it is upgraded, whatever it is made of. */
export interface JobProps {
  /**
   * Arguments of the main method, one an element. A secret among them is refused with `[plain-text-credential]`. Field `spec.job.args`.
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
}
