import { UpgradeMode } from '../operator/flink-deployment-spec';
import { AutoscalerNeeds } from '../sizing/runtime/autoscaler-needs';
import { StrategyConfig } from '../strategy/strategy-config';
import { StrategyContext } from '../strategy/strategy-context';
import { Cpu } from '../units/cpu';
import { MemorySize } from '../units/memory-size';

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
  /** CPU of one TaskManager. */
  readonly taskManagerCpu: Cpu;
  /** Memory of one TaskManager. */
  readonly taskManagerMemory: MemorySize;
  /** What the plan has worked out for whoever scales the job. */
  readonly needs: AutoscalerNeeds;
  /**
   * CPU that the budget leaves to all TaskManagers together.
   * @default - without limit
   */
  readonly cpuBudget?: Cpu;
  /**
   * Memory that the budget leaves to all TaskManagers together.
   * @default - without limit
   */
  readonly memoryBudget?: MemorySize;
  /** How an upgrade carries the state over. */
  readonly upgradeMode: UpgradeMode;
}

/** A HorizontalPodAutoscaler that changes the TaskManagers of a FlinkDeployment through its scale sub-resource. */
export interface HorizontalPodAutoscalerSpec {
  /** Fewest TaskManagers. */
  readonly minTaskManagers: number;
  /** Most TaskManagers. */
  readonly maxTaskManagers: number;
  /** Average use of the requested CPU that it aims at, in percent. */
  readonly targetCpuPercent: number;
  /** Seconds that more load must last before it adds TaskManagers. */
  readonly scaleUpStabilizationSeconds: number;
  /** Seconds that less load must last before it takes TaskManagers away. */
  readonly scaleDownStabilizationSeconds: number;
}

/** What scaling brings. */
export interface ScalingConfig extends StrategyConfig {
  /**
   * TaskManagers that the resource asks for by number, in the place of the job's parallelism; standalone clusters only. Field `spec.taskManager.replicas`.
   * @default - as many as the job's parallelism needs
   */
  readonly taskManagers?: number;
  /**
   * An autoscaler of Kubernetes that is made with the deployment, of the same name.
   * @default - none
   */
  readonly horizontalPodAutoscaler?: HorizontalPodAutoscalerSpec;
}

/** Who changes the parallelism of a running job. Extend it for a way of your own. */
export abstract class Scaling {
  /** Settings, and how many TaskManagers there are. Asked whenever the deployment is made or explained. */
  public abstract bind(context: ScalingContext): ScalingConfig;
}
