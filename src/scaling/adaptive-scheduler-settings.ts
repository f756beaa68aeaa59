import { AdaptiveSchedulerOptions } from './adaptive-scheduler-options';
import { count, given, refuseOfOtherVersion, time } from './scaling-values';
import { FlinkSetting } from '../flink/configuration/setting';
import { FlinkVersion } from '../flink/flink-version';

const PREFIX = 'jobmanager.adaptive-scheduler.';

/** Only what was said; the older spellings of Flink 1 are the configuration's affair. */
export function adaptiveSchedulerSettings(options: AdaptiveSchedulerOptions, flinkVersion: FlinkVersion): FlinkSetting[] {
  const flink2 = flinkVersion.isAtLeast(FlinkVersion.V2_0);
  const flink = flinkVersion.toString();
  const { minParallelismIncrease, runningResourceStabilizationTimeout, rescaleMaxDelay, maxCheckpointFailures } = options;
  refuseOfOtherVersion('minParallelismIncrease', minParallelismIncrease, !flink2, flink, 'Flink 1.19 and 1.20');
  refuseOfOtherVersion('runningResourceStabilizationTimeout', runningResourceStabilizationTimeout, flink2, flink, 'Flink 2.0 and newer');
  refuseOfOtherVersion('rescaleMaxDelay', rescaleMaxDelay, flink2, flink, 'Flink 2.0 and newer');
  refuseOfOtherVersion('maxCheckpointFailures', maxCheckpointFailures, flink2, flink, 'Flink 2.0 and newer');
  return [
    ...given(`${PREFIX}submission.resource-wait-timeout`, time('resourceWaitTimeout', options.resourceWaitTimeout), 'how long a start waits for all slots'),
    ...given(`${PREFIX}submission.resource-stabilization-timeout`, time('resourceStabilizationTimeout', options.resourceStabilizationTimeout, 0),
      'how long a start with enough slots waits for more'),
    ...given(`${PREFIX}executing.cooldown-after-rescaling`, time('rescaleCooldown', options.rescaleCooldown, 0), 'least time between rescales'),
    ...given(`${PREFIX}min-parallelism-increase`, count('minParallelismIncrease', minParallelismIncrease), 'slots that make a rescale worth its restart'),
    ...given(`${PREFIX}executing.resource-stabilization-timeout`, time('runningResourceStabilizationTimeout', runningResourceStabilizationTimeout, 0),
      'how long a running job waits for all new slots'),
    ...given(`${PREFIX}rescale-trigger.max-delay`, time('rescaleMaxDelay', rescaleMaxDelay, 0), 'how long a rescale waits for a checkpoint'),
    ...given(`${PREFIX}rescale-trigger.max-checkpoint-failures`, count('maxCheckpointFailures', maxCheckpointFailures), 'failed checkpoints before it waits no longer'),
  ];
}
