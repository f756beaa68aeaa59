import { Calibration } from '../../workload/calibration';
import { Workload } from '../../workload/workload';

/** The work of one job of a session cluster. */
export interface HostedJob {
  /** What the job has to do; the FlinkSessionJob names it by this very object. Impossible facts are refused with `[workload-…]`. */
  readonly workload: Workload;
  /**
   * Slots that the job uses, from 1 to the source's partitions.
   * @default - derived by the plan from throughput, latency and partitions
   */
  readonly parallelism?: number;
  /**
   * The bound on any later parallelism, from `parallelism` to 32768. It cannot change without dropping state.
   * @default - derived by the plan, at least five times the parallelism
   */
  readonly maxParallelism?: number;
  /**
   * What was measured of this job; each measurement takes the place of a rule.
   * @default - rules alone
   */
  readonly calibration?: Calibration;
}
