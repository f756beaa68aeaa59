import { Category, Pack, Rule, Severity } from '../rule';

export const parallelismOfReplicas: Rule = {
  id: 'parallelism-of-replicas',
  pack: Pack.PRODUCTION,
  category: Category.SLOTS,
  severity: Severity.WARNING,
  title: 'TaskManager replicas beside the parallelism of a job',
  why: 'the operator multiplies replicas with slots and ignores the parallelism of the job with no more than a line in its log; in native mode replicas make no TaskManager',
  fix: 'remove taskManager.replicas and write job.parallelism; in native mode Flink asks for as many TaskManagers as the job needs',
  source: 'operator FlinkConfigBuilder.getParallelism',
  fires: `
taskManager:
  replicas: 3
job:
  parallelism: 4
`,
  passes: `
job:
  parallelism: 6
`,
  check: ({ manifest: { spec: { mode, job, taskManager } }, taskSlots }) => {
    const replicas = taskManager?.replicas;
    // The operator refuses a number below one.
    if (replicas === undefined || replicas < 1 || job === undefined) {
      return [];
    }
    const path = ['spec', 'taskManager', 'replicas'];
    const slots = replicas * taskSlots;
    if (mode !== 'standalone') {
      return [{
        path,
        what: 'in native mode TaskManager replicas make no TaskManager, but take the place of the job\'s parallelism',
        got: String(replicas),
        allowed: 'nothing',
        fix: `remove it and write job.parallelism: ${slots}, which it makes now`,
        inConstruct: 'set parallelism; Flink asks for as many TaskManagers as it needs',
        becomes: `parallelism ${slots}`,
        edits: job.parallelism === slots ? [{ remove: path }] : [{ remove: path }, { set: ['spec', 'job', 'parallelism'], value: slots }],
      }];
    }
    return job.parallelism === undefined || job.parallelism === slots ? [] : [{
      path,
      what: 'TaskManager replicas take the place of the job\'s parallelism, which is another',
      got: `${replicas} replicas of ${taskSlots} slots beside parallelism ${job.parallelism}`,
      allowed: `parallelism ${slots}, or only one of the two`,
      fix: `write parallelism ${slots}, or leave one of the two out`,
      inConstruct: 'leave out spec.job.parallelism, or the replicas',
      becomes: `parallelism ${slots}`,
      edits: [{ set: ['spec', 'job', 'parallelism'], value: slots }],
    }];
  },
};
