import { Category, Pack, Rule, Severity } from '../rule';

export const parallelismOfReplicas: Rule = {
  id: 'parallelism-of-replicas',
  pack: Pack.PRODUCTION,
  category: Category.SLOTS,
  severity: Severity.ERROR,
  title: 'TaskManager replicas beside the parallelism of a job',
  why: 'the operator multiplies replicas with slots and ignores the parallelism of the job with no more than a line in its log; in native mode replicas make no TaskManager',
  source: 'operator FlinkConfigBuilder.getParallelism',
  check: ({ manifest: { spec: { mode, job, taskManager } }, taskSlots }) => {
    const replicas = taskManager?.replicas;
    if (replicas === undefined || job === undefined) {
      return [];
    }
    const path = ['spec', 'taskManager', 'replicas'];
    if (mode !== 'standalone') {
      return [{
        path,
        what: 'in native mode TaskManager replicas make no TaskManager, but take the place of the job\'s parallelism',
        got: String(replicas),
        allowed: 'nothing',
        inConstruct: 'set parallelism; Flink asks for as many TaskManagers as it needs',
      }];
    }
    const slots = replicas * taskSlots;
    return job.parallelism === undefined || job.parallelism === slots ? [] : [{
      path,
      what: 'TaskManager replicas take the place of the job\'s parallelism, which is another',
      got: `${replicas} replicas of ${taskSlots} slots beside parallelism ${job.parallelism}`,
      allowed: `parallelism ${slots}, or only one of the two`,
      inConstruct: 'leave out spec.job.parallelism, or the replicas',
    }];
  },
};
