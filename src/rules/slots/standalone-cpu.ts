import { kubernetesCpu } from '../../flink/task-manager-cpu';
import { Category, Pack, Rule, Severity } from '../rule';

/** A native TaskManager falls back to a core for each slot. */
export const standaloneCpu: Rule = {
  id: 'task-manager-cpu',
  pack: Pack.PRODUCTION,
  category: Category.SLOTS,
  severity: Severity.ERROR,
  title: 'standalone TaskManagers without CPU',
  why: 'Flink\'s default of -1 reaches Kubernetes, which refuses the pods',
  fix: 'write taskManager.resource.cpu',
  source: 'Flink KubernetesConfigOptions.TASK_MANAGER_CPU; operator StandaloneKubernetesTaskManagerParameters.getTaskManagerCPU',
  fires: `
mode: standalone
taskManager:
  resource: { cpu: null, memory: 4096m }
`,
  passes: `
mode: standalone
taskManager:
  resource: { cpu: 2, memory: 4096m }
`,
  check: ({ configuration, manifest: { spec } }) => {
    const cpu = spec.mode === 'standalone' ? kubernetesCpu(configuration) : 1;
    return cpu > 0 ? [] : [{
      path: ['spec', 'taskManager', 'resource', 'cpu'],
      what: 'a standalone TaskManager asks for exactly the CPU that is written, and none is',
      got: String(cpu),
      allowed: 'above 0',
      inConstruct: 'leave spec.taskManager.resource.cpu as the construct has written it, or set taskManager.cpu',
    }];
  },
};
