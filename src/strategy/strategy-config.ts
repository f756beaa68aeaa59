import { SecretSetting } from './secret-setting';
import { FlinkSetting } from '../flink/configuration/setting';
import { FlinkVersion } from '../flink/flink-version';
import { OperatorVersion } from '../operator/operator-version';
import { PodContribution } from '../pods/pod-contribution';
import { PlanFinding } from '../sizing/plan/plan-finding';

/** What a strategy brings to a cluster. */
export interface StrategyConfig {
  /**
   * Flink options, and options of the operator that belong to the resource.
   * @default - none
   */
  readonly settings?: FlinkSetting[];
  /**
   * Flink options whose values lie in Secrets, for both roles. One that another strategy takes from elsewhere is refused with
   * `[setting-conflict]`.
   * @default - none
   */
  readonly secretSettings?: SecretSetting[];
  /**
   * The same for the JobManagers alone.
   * @default - none
   */
  readonly jobManagerSecretSettings?: SecretSetting[];
  /**
   * What it needs of the pods of both roles.
   * @default - nothing
   */
  readonly pods?: PodContribution;
  /**
   * What it needs of the JobManagers' pods alone.
   * @default - nothing
   */
  readonly jobManagerPods?: PodContribution;
  /**
   * What it needs of the TaskManagers' pods alone.
   * @default - nothing
   */
  readonly taskManagerPods?: PodContribution;
  /**
   * The oldest Flink that has it; with an older one the cluster is refused with `[strategy-of-later-version]`.
   * @default - every version has it
   */
  readonly since?: FlinkVersion;
  /**
   * The oldest operator that has it; with an older one the cluster is refused with `[strategy-of-later-version]`.
   * @default - every release has it
   */
  readonly operatorSince?: OperatorVersion;
  /**
   * What works but not as one would expect; told with the findings of the plan.
   * @default - nothing
   */
  readonly findings?: PlanFinding[];
}
