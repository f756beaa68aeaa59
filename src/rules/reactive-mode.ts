import { optionLocation, Rule, Severity } from './rule';

const KEY = 'scheduler-mode';

export const reactiveMode: Rule = {
  id: 'reactive-mode',
  severity: Severity.ERROR,
  title: 'reactive mode where Flink has none',
  why: 'the JobManager refuses to start',
  source: 'Flink ClusterEntrypoint: reactive mode is only supported by standalone application clusters',
  check: ({ manifest: { spec: { mode, job } }, configuration }) => {
    const reactive = configuration.get(KEY)?.trim().toLowerCase() === 'reactive';
    return !reactive || (mode === 'standalone' && job !== undefined) ? [] : [{
      location: optionLocation(KEY),
      what: 'Flink has reactive mode for standalone applications alone',
      got: `"${configuration.get(KEY)}" in a ${mode ?? 'native'} ${job === undefined ? 'session cluster' : 'application'}`,
      allowed: 'a standalone application',
      fix: 'set mode to ClusterMode.STANDALONE, or use Autoscaler in the place of ReactiveScaling',
    }];
  },
};
