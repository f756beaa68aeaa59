import { Category, Pack, Rule, Severity } from '../rule';

/** Beside a job they change its parallelism, which a rule of its own says. */
export const replicasOfNativeSession: Rule = {
  id: 'replicas-of-native-session',
  pack: Pack.PRODUCTION,
  category: Category.SLOTS,
  severity: Severity.WARNING,
  title: 'TaskManager replicas in a native session cluster',
  why: 'a native JobManager asks for TaskManagers when a job needs them; only a standalone cluster has a number of them',
  fix: 'remove taskManager.replicas, or set mode: standalone',
  source: 'operator FlinkConfigBuilder: kubernetes.internal.taskmanager.replicas, which StandaloneKubernetesTaskManagerParameters alone reads',
  fires: 'job: null\ntaskManager: { replicas: 2 }',
  passes: 'job: null\nmode: standalone\ntaskManager: { replicas: 2 }',
  check: ({ manifest: { spec: { mode, job, taskManager } } }) => (job !== undefined || mode === 'standalone' || taskManager?.replicas === undefined ? [] : [{
    path: ['spec', 'taskManager', 'replicas'],
    what: 'in native mode the session has as many TaskManagers as its jobs need, whatever stands here',
    got: String(taskManager.replicas),
    allowed: 'nothing',
    becomes: 'no TaskManager before the first job',
    edits: [{ remove: ['spec', 'taskManager', 'replicas'] }],
  }]),
};
