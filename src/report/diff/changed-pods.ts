import { PodChange } from './manifest-diff';
import { holdsSecret } from '../../flink/configuration/sensitive-key';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { Pod } from '../../operator/pods/kubernetes-objects';
import { plainForm } from '../../operator/upgrade/equal-values';
import { Refusal } from '../../refusal';

/** What tells the items of a list of Kubernetes apart. */
const KEYS: Readonly<Record<string, string>> = {
  containers: 'name', initContainers: 'name', env: 'name', volumes: 'name', volumeMounts: 'mountPath', ports: 'containerPort', imagePullSecrets: 'name',
};
/** The command line that Flink writes out of settings, which are told as knobs. */
const DERIVED = ['args', 'env[FLINK_TM_JVM_MEM_OPTS]'].map((field) => `containers[flink-main-container].${field}`);

/** The fields of both roles' pods that change, by path; one that appears or goes is told as a whole. */
export function changedPods(before: EffectiveCluster, after: EffectiveCluster): PodChange[] {
  const [one, other] = [before, after].map(podsOf);
  if (one === undefined || other === undefined) {
    return [];
  }
  const [jobManager, taskManager] = (['JobManager', 'TaskManager'] as const).map((role) =>
    changes(one[role], other[role], '', '').map((change): PodChange => ({ role, ...change })));
  const common = (change: PodChange, of: readonly PodChange[]) => of.some((each) => plainForm({ ...each, role: change.role }) === plainForm(change));
  return [
    ...jobManager.map((change): PodChange => (common(change, taskManager) ? { ...change, role: 'both' } : change)),
    ...taskManager.filter((change) => !common(change, jobManager)),
  ];
}

function podsOf(cluster: EffectiveCluster): { readonly JobManager: object; readonly TaskManager: object } | undefined {
  try {
    const { jobManager: { deployment }, taskManager } = cluster.pods;
    return {
      JobManager: { replicas: deployment.spec.replicas, ...seen(deployment.spec.template) },
      TaskManager: seen(taskManager.kind === 'Pod' ? taskManager : taskManager.spec.template),
    };
  } catch (error) {
    if (error instanceof Refusal) {
      return undefined;
    }
    throw error;
  }
}

function seen({ metadata: { labels, annotations }, spec }: Pick<Pod, 'metadata' | 'spec'>): object {
  return { labels, annotations, ...spec };
}

function changes(before: unknown, after: unknown, field: string, name: string): Omit<PodChange, 'role'>[] {
  if (plainForm(before) === plainForm(after)) {
    return [];
  }
  const [one, other] = [fields(before, name), fields(after, name)];
  if (one === undefined || other === undefined || before === undefined || after === undefined || after === null) {
    return [{ field, before: shown(before, name), after: shown(after, name) }];
  }
  return [...new Set([...one.keys(), ...other.keys()])].sort().flatMap((key) => {
    const [was, is] = [one.get(key), other.get(key)];
    const path = Array.isArray(before) ? `${field}[${key}]` : field === '' ? key : `${field}.${key}`;
    return DERIVED.includes(path) ? [] : changes(was, is, path, nameOf(key, after));
  });
}

/** Of an object its fields, of a list its items by what tells them apart; nothing of what is neither. */
function fields(value: unknown, name: string): Map<string, unknown> | undefined {
  if (Array.isArray(value)) {
    const key = KEYS[name];
    return new Map(value.map((item, index) => [String(key === undefined ? index : (item as Record<string, unknown>)[key] ?? index), item]));
  }
  return value !== null && typeof value === 'object' ? new Map(Object.entries(value)) : undefined;
}

function shown(value: unknown, name: string): string | undefined {
  return value === undefined ? undefined : text(value, name);
}

/** The value of a variable goes by the name of the variable, any other by its field. */
function nameOf(key: string, of: object): string {
  const { name } = of as { readonly name?: unknown };
  return key === 'value' && typeof name === 'string' ? name : key;
}

/** In one line, secrets masked. */
function text(value: unknown, name: string): string {
  if (value === null || typeof value !== 'object') {
    return typeof value === 'string' && holdsSecret(name, value) ? 'a secret' : String(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map((item) => text(item, name)).join(', ')}]`;
  }
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{ ${entries.map(([key, inner]) => `${key}: ${text(inner, nameOf(key, value))}`).join(', ')} }`;
}
