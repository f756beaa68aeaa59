import { autoscalerActs } from './acting-autoscaler';
import { readBoolean } from '../../flink/configuration/option-reading';
import { autoscalerOption } from '../../operator/admission/autoscaler-rules';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';

const ENABLED = autoscalerOption('enabled');
const OVERRIDES = 'pipeline.jobvertex-parallelism-overrides';

export const restartingAutoscaler: Rule = {
  id: 'restarting-autoscaler',
  pack: Pack.PRODUCTION,
  category: Category.AUTOSCALER,
  severity: Severity.INFO,
  title: 'an autoscaler that restarts the whole job each time',
  why: 'without the adaptive scheduler each decision is an upgrade: a savepoint or the last checkpoint, new pods, and no records in between',
  fix: 'set jobmanager.scheduler to adaptive, with which Flink rescales while its pods stay',
  source: 'operator NativeFlinkService.supportsInPlaceScaling: native, adaptive scheduler, Flink 1.18 and newer',
  fires: 'flinkConfiguration: { job.autoscaler.enabled: "true" }',
  passes: 'flinkConfiguration: { job.autoscaler.enabled: "true", jobmanager.scheduler: adaptive }',
  // On Flink 2 a rule of its own says more.
  check: ({ configuration, manifest: { spec: { mode, job, flinkVersion = '' } } }) => {
    const scheduler = configuration.get('jobmanager.scheduler');
    const adaptive = scheduler?.trim().toLowerCase() === 'adaptive';
    return adaptive || job === undefined || mode === 'standalone' || !/^v1_(18|19|20)$/.test(flinkVersion) || !autoscalerActs(configuration) ? [] : [{
      path: optionPath('jobmanager.scheduler'),
      what: 'each decision of the autoscaler stops the job and deploys it anew',
      got: scheduler === undefined ? 'nothing' : `"${scheduler}"`,
      allowed: '"adaptive"',
      becomes: `an upgrade by ${job.upgradeMode ?? 'stateless'} each time`,
    }];
  },
};

export const autoscalerOfOldFlink: Rule = {
  id: 'autoscaler-of-old-flink',
  pack: Pack.PRODUCTION,
  category: Category.AUTOSCALER,
  severity: Severity.WARNING,
  title: 'an autoscaler of a Flink that cannot follow it',
  why: 'the autoscaler decides by an option that Flink has from 1.17 on: before, the job restarts and keeps its parallelism',
  fix: 'move to Flink 1.18 or newer, or turn the autoscaler off',
  source: 'operator docs, Autoscaler: Flink 1.17 and later, or an image with its fixes ported back; PipelineOptions.PARALLELISM_OVERRIDES',
  fires: 'flinkVersion: v1_16\nflinkConfiguration: { job.autoscaler.enabled: "true" }',
  passes: 'flinkVersion: v1_20\nflinkConfiguration: { job.autoscaler.enabled: "true", jobmanager.scheduler: adaptive }',
  check: ({ configuration, manifest: { spec: { job, flinkVersion = '' } } }) => (job === undefined || !/^v1_1[3-6]$/.test(flinkVersion) || !autoscalerActs(configuration) ? [] : [{
    path: optionPath(ENABLED.key), what: 'this Flink does not know the option by which the autoscaler scales', got: flinkVersion, allowed: 'v1_17 and newer',
  }]),
};

export const idleAutoscalerOptions: Rule = {
  id: 'idle-autoscaler-option',
  pack: Pack.PRODUCTION,
  category: Category.AUTOSCALER,
  severity: Severity.INFO,
  title: 'options of an autoscaler that is off',
  why: 'nothing reads them, and whoever sees them believes that the job scales',
  fix: 'set job.autoscaler.enabled: "true", or remove them',
  source: 'operator JobAutoScalerImpl.scale: nothing happens unless job.autoscaler.enabled',
  fires: 'flinkConfiguration: { job.autoscaler.metrics.window: 5m }',
  passes: 'flinkConfiguration: { job.autoscaler.metrics.window: 5m, job.autoscaler.enabled: "true", jobmanager.scheduler: adaptive }',
  check: ({ written, configuration }) => {
    const options = [...written.keys()].filter((key) => /^(kubernetes\.operator\.)?job\.autoscaler\./.test(key) && !key.endsWith('.enabled'));
    return options.length === 0 || readBoolean(configuration, ENABLED, false) ? [] : [{
      path: optionPath(options[0]),
      what: 'the autoscaler is off, and reads none of its options',
      got: options.length === 1 ? 'one option' : `${options.length} options`,
      allowed: 'job.autoscaler.enabled: "true", or none of them',
    }];
  },
};

export const overriddenParallelism: Rule = {
  id: 'overridden-parallelism',
  pack: Pack.PRODUCTION,
  category: Category.AUTOSCALER,
  severity: Severity.WARNING,
  title: 'parallelisms of vertices by hand, beside the autoscaler',
  why: 'the autoscaler writes the same option: its decisions take the place of the numbers, but for the vertices that it leaves out',
  fix: 'remove the option, or exclude these vertices by job.autoscaler.vertex.exclude.ids',
  source: 'operator JobAutoScalerImpl.applyParallelismOverrides, KubernetesScalingRealizer',
  fires: `flinkConfiguration: { job.autoscaler.enabled: "true", jobmanager.scheduler: adaptive, ${OVERRIDES}: "cbc357ccb763df2852fee8c4fc7d55f2:4" }`,
  passes: `flinkConfiguration: { ${OVERRIDES}: "cbc357ccb763df2852fee8c4fc7d55f2:4" }`,
  check: ({ written, configuration }) => (!written.has(OVERRIDES) || !autoscalerActs(configuration) || isSet(configuration, 'vertex.exclude.ids') ? [] : [{
    path: optionPath(OVERRIDES), what: 'the autoscaler writes this option too, over what stands here', got: 'parallelisms by hand', allowed: 'nothing, while the autoscaler scales',
  }]),
};

function isSet(configuration: ReadonlyMap<string, string>, name: string): boolean {
  const { key, older = [] } = autoscalerOption(name);
  return [key, ...older].some((each) => configuration.has(each));
}
