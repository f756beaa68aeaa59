import { UpgradeMode } from '../operator/flink-deployment-spec';
import { StrategyConfig } from '../strategy/strategy-config';
import { StrategyContext } from '../strategy/strategy-context';

/** What scaling may look at. */
export interface ScalingContext extends StrategyContext {
  /** Slots that the job starts with. */
  readonly parallelism: number;
  /** The bound on any later parallelism. */
  readonly maxParallelism: number;
  /** Slots of one TaskManager. */
  readonly taskSlots: number;
  /** TaskManagers that the job starts with. */
  readonly taskManagers: number;
  /** How an upgrade carries the state over. */
  readonly upgradeMode: UpgradeMode;
}

/** What scaling brings. */
export interface ScalingConfig extends StrategyConfig {
  /**
   * TaskManagers that the resource asks for by number, in the place of the job's parallelism; standalone clusters only. Field `spec.taskManager.replicas`.
   * @default - as many as the job's parallelism needs
   */
  readonly taskManagers?: number;
}

/** Who changes the parallelism of a running job. Extend it for a way of your own. */
export abstract class Scaling {
  /** Settings, and how many TaskManagers there are. Asked whenever the deployment is made or explained. */
  public abstract bind(context: ScalingContext): ScalingConfig;
}
