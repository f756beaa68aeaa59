import { Duration } from 'cdk8s';
import { AdaptiveSchedulerOptions } from './adaptive-scheduler-options';
import { adaptiveSchedulerSettings } from './adaptive-scheduler-settings';
import { HorizontalPodAutoscalerSpec, Scaling, ScalingConfig, ScalingContext } from './scaling';
import { count, outOfRange, share, time } from './scaling-values';
import { Refusal } from '../refusal';

/** How Kubernetes changes the number of TaskManagers; it needs a metrics server. Refused with `[scaling-value]`. */
export interface TaskManagerRange {
  /**
   * Fewest TaskManagers, from 1.
   * @default - as few as the state lets
   */
  readonly min?: number;
  /** Most TaskManagers; no more than use the max parallelism and the partitions of the source, or refused with `[task-managers-idle]`. */
  readonly max: number;
  /**
   * Share of the requested CPU that is aimed at, above 0 to 1.
   * @default - how busy the plan wants the job
   */
  readonly targetCpu?: number;
  /**
   * How long more load must last. Each change restarts the job, and a job that catches up uses more CPU than one that runs.
   * @default - as long as the plan reckons a restart takes
   */
  readonly scaleUpStabilization?: Duration;
  /**
   * How long less load must last.
   * @default - 5 minutes
   */
  readonly scaleDownStabilization?: Duration;
}

/** How a job takes what it gets. */
export interface ReactiveScalingProps {
  /**
   * TaskManagers to start with, from 1. Field `spec.taskManager.replicas`; the parallelism is this times the slots.
   * Refused with `[task-managers-idle]` beyond the max parallelism and the partitions of the source.
   * @default - as many as the plan has
   */
  readonly taskManagers?: number;
  /**
   * Makes a HorizontalPodAutoscaler, by CPU. What applies the manifest again puts the number back to `taskManagers`, so
   * leave `/spec/taskManager/replicas` out of what a GitOps tool compares.
   * @default - none: a person or a tool of yours changes the number
   */
  readonly horizontalPodAutoscaler?: TaskManagerRange;
  /**
   * How patient the scheduler is. Refused with `[scaling-option-of-other-version]` and `[scaling-value]`.
   * @default - Flink's own for reactive mode
   */
  readonly scheduler?: AdaptiveSchedulerOptions;
}

/**
 * Flink's reactive mode: the job uses all slots of all TaskManagers that there are, whatever its parallelism, and
 * restarts from the newest checkpoint when their number changes. Standalone applications alone; refused with `[reactive-mode]`.
 */
export class ReactiveScaling extends Scaling {
  constructor(private readonly props: ReactiveScalingProps = {}) {
    super();
  }

  /** The mode of the scheduler, the number of TaskManagers, and who changes it. */
  public bind(context: ScalingContext): ScalingConfig {
    const { horizontalPodAutoscaler: range, scheduler = {} } = this.props;
    const taskManagers = this.props.taskManagers ?? context.taskManagers;
    count('taskManagers', taskManagers);
    refuseIdle('taskManagers', taskManagers, context);
    return {
      settings: [
        { key: 'scheduler-mode', value: 'reactive', reason: 'the job uses all TaskManagers that there are' },
        ...adaptiveSchedulerSettings(scheduler, context.flinkVersion),
      ],
      taskManagers,
      ...range === undefined ? {} : {
        horizontalPodAutoscaler: podAutoscaler(range, taskManagers, context),
        findings: [{
          code: 'replicas-of-two-owners',
          message: `applying the manifest again sets the TaskManagers back to ${taskManagers}, whatever the HorizontalPodAutoscaler has made of them`,
          fix: 'tell your GitOps tool to ignore /spec/taskManager/replicas of this FlinkDeployment',
        }],
      },
    };
  }
}

function podAutoscaler(range: TaskManagerRange, taskManagers: number, context: ScalingContext): HorizontalPodAutoscalerSpec {
  const { needs, taskSlots } = context;
  const { min = Math.min(taskManagers, Math.ceil(needs.minParallelism / taskSlots)), max, targetCpu = needs.targetUtilization } = range;
  const { scaleUpStabilization = needs.restartTime, scaleDownStabilization = Duration.minutes(5) } = range;
  count('horizontalPodAutoscaler.min', min, 1, taskManagers);
  count('horizontalPodAutoscaler.max', max, taskManagers);
  refuseIdle('horizontalPodAutoscaler.max', max, context);
  share('horizontalPodAutoscaler.targetCpu', targetCpu, 0.01);
  return {
    minTaskManagers: min,
    maxTaskManagers: max,
    targetCpuPercent: Math.round(targetCpu * 100),
    scaleUpStabilizationSeconds: window('scaleUpStabilization', scaleUpStabilization),
    scaleDownStabilizationSeconds: window('scaleDownStabilization', scaleDownStabilization),
  };
}

/** Kubernetes takes at most an hour, in whole seconds. */
function window(property: string, duration: Duration): number {
  time(`horizontalPodAutoscaler.${property}`, duration, 0);
  const seconds = Math.ceil(duration.toMilliseconds() / 1000);
  if (seconds > 3600) {
    throw outOfRange(`horizontalPodAutoscaler.${property}`, `${seconds} s`, '0 to 3600 s');
  }
  return seconds;
}

/** Flink refuses a parallelism above the bound, and slots beyond the partitions or the network buffers get no work. */
function refuseIdle(property: string, taskManagers: number, { taskSlots, maxParallelism, needs }: ScalingContext): void {
  const most = Math.min(Math.floor(maxParallelism / taskSlots), Math.ceil(needs.maxParallelism / taskSlots));
  if (taskManagers > most) {
    throw new Refusal({
      code: 'task-managers-idle',
      what: `${property} has more slots than the job can use`,
      got: `${taskManagers} TaskManagers with ${taskManagers * taskSlots} slots`,
      allowed: `at most ${most}: max parallelism ${maxParallelism}, and ${needs.maxParallelism} slots by partitions of the source and network buffers`,
      fix: 'take fewer, or raise maxParallelism before the job has state',
    });
  }
}
