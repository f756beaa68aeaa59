import { autoscalerActs } from './acting-autoscaler';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readBoolean } from '../../flink/configuration/option-reading';
import { autoscalerOption } from '../../operator/admission/autoscaler-rules';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';

const IN_PLACE = 'kubernetes.operator.job.upgrade.inplace-scaling.enabled';
const SCHEDULER = 'jobmanager.scheduler';

/** The setting that makes each decision an upgrade, if one does. */
function upgradingSetting(settings: FlinkSettings): [key: string, allowed: string] | undefined {
  if (settings.get(SCHEDULER)?.trim().toLowerCase() !== 'adaptive') {
    return [SCHEDULER, '"adaptive"'];
  }
  if (!readBoolean(settings, IN_PLACE, true)) {
    return [IN_PLACE, '"true"'];
  }
  const tuning = autoscalerOption('memory.tuning.enabled');
  return readBoolean(settings, tuning, false) ? [tuning.key, '"false"'] : undefined;
}

export const autoscalerWithoutEffect: Rule = {
  id: 'autoscaler-without-effect',
  pack: Pack.PRODUCTION,
  category: Category.AUTOSCALER,
  severity: Severity.ERROR,
  title: 'an autoscaler whose every decision is an upgrade, on Flink 2',
  why: 'Flink 2 starts an application with the parallelism of the resource and ignores the overrides, so that the job restarts and stays as it was',
  fix: 'write jobmanager.scheduler: adaptive, and leave scaling in place on and memory tuning off',
  source: 'Flink 2 Dispatcher.internalSubmitJob: overrides are for a JobGraph, and an application submits a StreamGraph; FLINK-38770',
  fires: `
flinkVersion: v2_0
flinkConfiguration:
  job.autoscaler.enabled: "true"
`,
  passes: `
flinkVersion: v2_0
flinkConfiguration:
  job.autoscaler.enabled: "true"
  jobmanager.scheduler: adaptive
`,
  check: ({ manifest: { spec: { job, flinkVersion } }, configuration }) => {
    const setting = job === undefined || !/^v2_/.test(flinkVersion ?? '') || !autoscalerActs(configuration) ? undefined : upgradingSetting(configuration);
    return setting === undefined ? [] : [{
      path: optionPath(setting[0]),
      what: 'on Flink 2 an upgrade forgets what the autoscaler has decided, and this makes each decision an upgrade',
      got: configuration.has(setting[0]) ? `"${configuration.get(setting[0])}"` : 'nothing',
      allowed: setting[1],
      fix: `write ${setting[0]}: ${setting[1]}`,
      inConstruct: 'use Rescaling.inPlace() without memoryTuning, or Flink 1.20',
    }];
  },
};
