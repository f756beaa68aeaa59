import { containersInTemplates } from './containers-in-templates';
import { readDecimal } from '../../flink/configuration/option-reading';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { PodContainer } from '../../operator/manifest/flink-manifests';
import { ManifestPath } from '../../operator/manifest/manifest-path';
import { isMain } from '../../operator/pods/role-pod-templates';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';
import { jobManagerSpec, taskManagerSpec } from './volume-at';

export const containerWithoutLimits: Rule = {
  id: 'container-without-limits',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.WARNING,
  title: 'a container beside Flink without requests and limits',
  why: 'Flink\'s own requests are its limits, and one container without makes the whole pod Burstable: from a node that runs out of memory Kubernetes evicts it before Guaranteed pods, and nothing keeps the container from taking what Flink needs',
  fix: 'give it requests and limits of CPU and memory, each pair alike',
  source: 'Kubernetes docs, Pod Quality of Service Classes: init containers count too; Flink KubernetesUtils.getResourceRequirements',
  fires: 'podTemplate: { spec: { containers: [{ name: flink-main-container }, { name: log-shipper, image: "registry.example.com/shipper:2.1.0" }] } }',
  passes: 'podTemplate:\n  spec:\n    containers:\n      - name: flink-main-container\n      - name: log-shipper\n        image: registry.example.com/shipper:2.1.0\n'
    + '        resources: { requests: { cpu: 100m, memory: 64Mi }, limits: { cpu: 100m, memory: 64Mi } }\n',
  // One without an image is refused by a rule of its own.
  check: ({ manifest: { spec } }) => containersInTemplates(spec).flatMap(({ path, container }): Finding[] => {
    if (isMain(container) || container.image === undefined) {
      return [];
    }
    const lacking = ['cpu', 'memory'].filter((resource) => container.resources?.limits?.[resource] === undefined);
    return lacking.length === 0 ? [] : [{
      path: [...path, 'resources'],
      what: `the container ${String(container.name)} has no limit of ${lacking.join(' and ')}`,
      got: 'nothing',
      allowed: 'requests and limits alike',
      becomes: 'a pod of the class Burstable',
    }];
  }),
};

export const memoryLimitAboveRequest: Rule = {
  id: 'memory-limit-above-request',
  pack: Pack.STRICT,
  category: Category.PODS,
  severity: Severity.INFO,
  title: 'TaskManagers that may take more memory than they ask for',
  why: 'the scheduler counts the request alone; when the node is full Kubernetes kills first who is above it, often amid a checkpoint',
  fix: 'leave the limit factor at 1, and give the process itself what it needs',
  source: 'tuning chapter §2 and §8: requests equal limits; Flink KubernetesConfigOptions.TASK_MANAGER_MEMORY_LIMIT_FACTOR',
  fires: 'flinkConfiguration: { kubernetes.taskmanager.memory.limit-factor: "1.5" }',
  passes: 'flinkConfiguration: { kubernetes.taskmanager.memory.limit-factor: "1.0" }',
  check: (cluster) => (['jobmanager', 'taskmanager'] as const).flatMap((role): Finding[] => {
    const [key, path] = factorOf(role, cluster);
    const factor = readDecimal(cluster.configuration, key, 1);
    return !(factor > 1) ? [] : [{
      path,
      what: `the ${role === 'jobmanager' ? 'JobManager' : 'TaskManager'} may take ${factor} times the memory that it asks for`,
      got: String(factor),
      allowed: '1',
      becomes: memoryOf(role, cluster),
    }];
  }),
};

/** The factor of the limit, and where the resource says it. */
function factorOf(role: 'jobmanager' | 'taskmanager', { written }: EffectiveCluster): [key: string, path: ManifestPath] {
  const key = `kubernetes.${role}.memory.limit-factor`;
  return [key, written.has(key) ? optionPath(key) : ['spec', role === 'jobmanager' ? 'jobManager' : 'taskManager', 'resources', 'limits', 'memory']];
}

function memoryOf(role: 'jobmanager' | 'taskmanager', { pods }: EffectiveCluster): string {
  const { containers = [] } = role === 'jobmanager' ? jobManagerSpec(pods) : taskManagerSpec(pods);
  const { resources } = containers.find(isMain) as PodContainer;
  return `request ${String(resources?.requests?.memory)}, limit ${String(resources?.limits?.memory)}`;
}
