import { FlinkClusterProps } from './flink-cluster-props';
import { HostedJob } from './hosted-job';

/** What a session cluster is for, and what has already been decided about it. */
export interface TunedFlinkSessionProps extends FlinkClusterProps {
  /**
   * The work of each job that the cluster is sized for; at least one, or refused with `[session-without-work]`.
   * A FlinkSessionJob names its own by the workload object.
   */
  readonly hosts: HostedJob[];
}
