import { AutoscalerPlugin } from './autoscaler-plugin';
import { AutoscalerProps } from './autoscaler-props';
import { quotaSettings } from './autoscaler-quota';
import { pluginSettings } from './plugin-settings';
import { ScalingContext } from './scaling';
import { count, given, outOfRange, refuseOfOtherVersion, share, time } from './scaling-values';
import { utilizationSettings } from './utilization-band';
import { FlinkSetting } from '../flink/configuration/setting';
import { OperatorVersion } from '../operator/operator-version';
import { shown } from '../refusal';
import { renderDuration } from '../units/flink-duration';

const PREFIX = 'job.autoscaler.';
/** `job.autoscaler.history.max.count` of every release. */
const HISTORY = 3;

const option = (name: string, value: string | undefined, reason: string) => given(PREFIX + name, value, reason);
const switched = (value: boolean | undefined) => value === undefined ? undefined : String(value);

/** The autoscaler's options for one release: what was said, and what the plan knows better than the operator's defaults. */
export function autoscalerSettings(props: AutoscalerProps, context: ScalingContext): FlinkSetting[] {
  return [
    ...option('enabled', 'true', 'the operator fits the parallelism to the load'),
    ...utilizationSettings(props.utilization ?? {}, context),
    ...vertexSettings(props, context),
    ...paceSettings(props),
    ...restartSettings(props, context),
    ...option('excluded.periods', listed(props.excludedPeriods?.map(({ _text }) => _text)), 'when nothing is rescaled'),
    ...quotaSettings(props.quota ?? {}, context),
    ...memorySettings(props),
    ...observationSettings(props),
    ...learningSettings(props, context),
    ...option('scaling.event.interval', time('eventInterval', props.eventInterval), 'how long the same event is not repeated'),
    ...laterSettings(props, context),
  ];
}

function vertexSettings({ vertices = {} }: AutoscalerProps, context: ScalingContext): FlinkSetting[] {
  const { minParallelism, maxParallelism, excluded, alignment } = vertices;
  const { parallelism, needs } = context;
  const least = count('vertices.minParallelism', minParallelism, 1, parallelism);
  const most = count('vertices.maxParallelism', maxParallelism, parallelism, context.maxParallelism);
  if (maxParallelism !== undefined && maxParallelism > needs.networkParallelism) {
    throw outOfRange('vertices.maxParallelism', shown(maxParallelism),
      `${parallelism} to ${needs.networkParallelism}, for which the TaskManagers have network buffers`,
      'lower it, or give them more by a larger assumptions.networkHeadroom');
  }
  excluded?.filter((id) => !/^[0-9a-f]{32}$/.test(id)).forEach((id) => {
    throw outOfRange('vertices.excluded', shown(id), 'ids of 32 hexadecimal digits in lower case', 'take them from the REST API of the job, /jobs/<id>');
  });
  return [
    ...option('vertex.min-parallelism', least ?? (needs.minParallelism > 1 ? String(needs.minParallelism) : undefined),
      least === undefined ? 'with fewer the state would not fit the pods' : 'fewest subtasks of a vertex'),
    ...option('vertex.max-parallelism', most ?? String(needs.maxParallelism),
      most === undefined ? 'what max parallelism, source partitions and network buffers allow' : 'most subtasks of a vertex'),
    ...option('vertex.exclude.ids', listed(excluded), 'vertices that keep their parallelism'),
    ...alignment === undefined ? [] : alignment._settings(context.operatorVersion),
  ];
}

function paceSettings({ pace = {} }: AutoscalerProps): FlinkSetting[] {
  return [
    ...option('metrics.window', time('pace.metricsWindow', pace.metricsWindow), 'what averages are taken over'),
    ...option('stabilization.interval', time('pace.stabilization', pace.stabilization), 'rest after a start'),
    ...option('scale-down.interval', time('pace.scaleDownInterval', pace.scaleDownInterval, 0), 'how long less must be enough'),
    ...option('scale-up.max-factor', share('pace.maxScaleUp', pace.maxScaleUp, 0, Infinity), 'growth in one step'),
    ...option('scale-down.max-factor', share('pace.maxScaleDown', pace.maxScaleDown), 'loss in one step'),
  ];
}

function restartSettings({ restart = {} }: AutoscalerProps, { needs }: ScalingContext): FlinkSetting[] {
  const limit = time('restart.trackedUpTo', restart.trackedUpTo);
  return [
    ...option('restart.time', time('restart.time', restart.time) ?? renderDuration(needs.restartTime), 'how long a rescale stops the job'),
    ...option('restart.time-tracking.enabled', limit === undefined ? undefined : 'true', 'learnt from restarts'),
    ...option('restart.time-tracking.limit', limit, 'no more is believed'),
    ...option('catch-up.duration', time('restart.catchUp', restart.catchUp, 0) ?? renderDuration(needs.catchUpDuration), 'how soon the backlog must be gone'),
  ];
}

function memorySettings({ memoryTuning, memoryPressure = {} }: AutoscalerProps): FlinkSetting[] {
  const tuning = memoryTuning === undefined ? [] : [
    ...option('memory.tuning.enabled', 'true', 'TaskManagers get less where they need less'),
    ...option('memory.tuning.overhead', share('memoryTuning.overhead', memoryTuning.overhead), 'spare share above what is used'),
    ...option('memory.tuning.maximize-managed-memory', switched(memoryTuning.maximizeManagedMemory), 'whether RocksDB gets what is saved'),
    ...option('memory.tuning.scale-down-compensation.enabled', switched(memoryTuning.scaleDownCompensation), 'whether fewer TaskManagers are larger'),
  ];
  return [
    ...tuning,
    ...option('memory.gc-pressure.threshold', share('memoryPressure.garbageCollection', memoryPressure.garbageCollection), 'more of it stops all scaling'),
    ...option('memory.heap-usage.threshold', share('memoryPressure.heapUsage', memoryPressure.heapUsage), 'more of it stops all scaling'),
  ];
}

function observationSettings({ observation = {} }: AutoscalerProps): FlinkSetting[] {
  const observed = 'observed-true-processing-rate';
  return [
    ...option('metrics.busy-time.aggregator', observation.busyTime, 'which of the subtasks counts'),
    ...option('backlog-processing.lag-threshold', time('observation.backlogLag', observation.backlogLag), 'further behind, it is not scaled down'),
    ...option(`${observed}.lag-threshold`, time('observation.observedRateLag', observation.observedRateLag), 'further behind, the rate is observed'),
    ...option(`${observed}.min-observations`, count('observation.observedRateMinObservations', observation.observedRateMinObservations), 'observations that it takes'),
    ...option(`${observed}.switch-threshold`, share('observation.observedRateSwitch', observation.observedRateSwitch, 0, Infinity), 'how far busy time must be off'),
  ];
}

/** What it makes of its own past; as much of it is kept as is asked for. */
function learningSettings(props: AutoscalerProps, { operatorVersion }: ScalingContext): FlinkSetting[] {
  const { observedScalability, effectivenessDetection, history = {} } = props;
  refuseOfOtherVersion('observedScalability', observedScalability, operatorVersion._isAtLeast(OperatorVersion.V1_12), operatorVersion.toString(),
    `${OperatorVersion.V1_12} and newer`);
  const { minCoefficient, minObservations } = observedScalability ?? {};
  const observations = count('observedScalability.minObservations', minObservations, 1, history.maxCount);
  const kept = history.maxCount ?? (minObservations !== undefined && minObservations > HISTORY ? minObservations : undefined);
  return [
    ...option('observed-scalability.enabled', observedScalability && 'true', 'learns what a subtask adds'),
    ...option('observed-scalability.coefficient-min', share('observedScalability.minCoefficient', minCoefficient, 0.01), 'it never believes in less'),
    ...option('observed-scalability.min-observations', observations, 'rescales that it takes'),
    ...option('scaling.effectiveness.detection.enabled', effectivenessDetection && 'true', 'gives up where more does not help'),
    ...option('scaling.effectiveness.threshold', share('effectivenessDetection.threshold', effectivenessDetection?.threshold), 'share of the gain that must have come'),
    ...option('history.max.count', count('history.maxCount', kept), 'decisions that are kept'),
    ...option('history.max.age', time('history.maxAge', history.maxAge), 'how long they are kept'),
  ];
}

/** What operator 1.16 reads first. */
function laterSettings(props: AutoscalerProps, { operatorVersion }: ScalingContext): FlinkSetting[] {
  const { restClientTimeout, customExecutors, customEvaluator } = props;
  const has = operatorVersion._isAtLeast(OperatorVersion.V1_16);
  Object.entries({ restClientTimeout, customExecutors, customEvaluator }).forEach(([property, value]) =>
    refuseOfOtherVersion(property, value, has, operatorVersion.toString(), `${OperatorVersion.V1_16} and newer`));
  return [
    ...option('flink.rest-client.timeout', time('restClientTimeout', restClientTimeout), 'how long the job may take to answer'),
    ...pluginsSettings('scaling.custom-executors', 'scaling.custom-executor', customExecutors),
    ...pluginsSettings('metrics.custom-evaluators', 'metrics.custom-evaluator', customEvaluator && [customEvaluator]),
  ];
}

function pluginsSettings(list: string, family: string, plugins: AutoscalerPlugin[] = []): FlinkSetting[] {
  return [
    ...option(list, listed(plugins.map(({ name }) => name)), 'classes of your own'),
    ...plugins.flatMap((plugin) => pluginSettings(family, plugin)),
  ];
}

function listed(entries: string[] = []): string | undefined {
  return entries.length === 0 ? undefined : entries.join(';');
}
