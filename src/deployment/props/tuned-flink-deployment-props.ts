import { FlinkClusterProps } from './flink-cluster-props';
import { UpgradePolicy } from '../../availability/upgrade-policy';
import { FlinkJob } from '../../job/flink-job';
import { Scaling } from '../../scaling/scaling';
import { Calibration } from '../../workload/calibration';
import { Workload } from '../../workload/workload';

/** What a streaming job is, and what has already been decided about it. */
export interface TunedFlinkDeploymentProps extends FlinkClusterProps {
  /** What runs. */
  readonly job: FlinkJob;
  /** What the job has to do. Impossible facts are refused with `[workload-…]`. */
  readonly workload: Workload;
  /**
   * Slots that the job uses, from 1 to the source's partitions. The number of TaskManagers follows from it.
   * @default - derived by the plan from throughput, latency and partitions
   */
  readonly parallelism?: number;
  /**
   * The bound on any later parallelism, from `parallelism` to 32768. It cannot change without dropping state.
   * @default - derived by the plan, at least five times the parallelism
   */
  readonly maxParallelism?: number;
  /**
   * Who changes the parallelism of the running job.
   * @default - nobody: it stays as derived or given
   */
  readonly scaling?: Scaling;
  /**
   * How the operator carries the state over where the upgrade mode of the job leaves a choice.
   * @default - the operator's own
   */
  readonly upgradePolicy?: UpgradePolicy;
  /**
   * What was measured of this job; each measurement takes the place of a rule. Refused with `[calibration-value]` where it cannot be.
   * @default - rules alone
   */
  readonly calibration?: Calibration;
}
