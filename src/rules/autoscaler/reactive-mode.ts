import { Category, optionPath, Pack, Rule, Severity } from '../rule';

const KEY = 'scheduler-mode';

export const reactiveMode: Rule = {
  id: 'reactive-mode',
  pack: Pack.PRODUCTION,
  category: Category.AUTOSCALER,
  severity: Severity.ERROR,
  title: 'reactive mode where Flink has none',
  why: 'the JobManager refuses to start',
  fix: 'write mode: standalone for an application, or remove scheduler-mode',
  source: 'Flink ClusterEntrypoint: reactive mode is only supported by standalone application clusters',
  fires: `
mode: native
flinkConfiguration:
  scheduler-mode: reactive
`,
  passes: `
mode: standalone
flinkConfiguration:
  scheduler-mode: reactive
`,
  check: ({ manifest: { spec: { mode, job } }, configuration }) => {
    const reactive = configuration.get(KEY)?.trim().toLowerCase() === 'reactive';
    return !reactive || (mode === 'standalone' && job !== undefined) ? [] : [{
      path: optionPath(KEY),
      what: 'Flink has reactive mode for standalone applications alone',
      got: `"${configuration.get(KEY)}" in a ${mode ?? 'native'} ${job === undefined ? 'session cluster' : 'application'}`,
      allowed: 'a standalone application',
      inConstruct: 'set mode to ClusterMode.STANDALONE, or use Autoscaler in the place of ReactiveScaling',
    }];
  },
};
