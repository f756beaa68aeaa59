import { refuseFlinkLabels } from './flink-labels';
import { PodTemplate } from './pod-template';
import { MAIN_CONTAINER } from '../flink/flink-container';
import { Refusal, shown } from '../refusal';

export type Fields = { readonly [field: string]: unknown };

/** What is decided elsewhere, with the place where it is. */
const OF_METADATA: Record<string, string> = {
  name: 'remove it; Flink names its pods',
  generateName: 'remove it; Flink names its pods',
  namespace: 'remove it; the chart decides',
  ownerReferences: 'remove it; Flink and the operator own the pods',
};
const OF_SPEC: Record<string, string> = {
  restartPolicy: 'remove it; Flink decides it by the role',
  serviceAccount: 'set serviceAccount of the cluster',
  serviceAccountName: 'set serviceAccount of the cluster',
  hostNetwork: 'set kubernetes.hostnetwork.enabled in flinkConfiguration, which Flink writes over it',
};
const OF_MAIN: Record<string, string> = {
  image: 'set image of the cluster',
  imagePullPolicy: 'set imagePullPolicy of the cluster',
  command: 'remove it; Flink starts itself',
  args: 'remove it; Flink starts itself',
};

/** Refuses of a raw template what the library or Flink decides, and containers that it would add behind the plan's back. */
export function refuseOwnedFields(raw: Fields, { spec: rendered }: PodTemplate): void {
  const metadata = mapAt('metadata', raw.metadata);
  const spec = mapAt('spec', raw.spec);
  refuseOwned('metadata', metadata, OF_METADATA);
  refuseFlinkLabels(mapAt('metadata.labels', metadata.labels) as Record<string, string>);
  refuseOwned('spec', spec, OF_SPEC);
  for (const list of ['containers', 'initContainers']) {
    const known = ((rendered[list] ?? []) as Fields[]).map(({ name }) => String(name));
    listAt(`spec.${list}`, spec[list]).forEach((container) => refuseContainer(`spec.${list}`, mapAt(`spec.${list}`, container), known));
  }
}

/** Refuses a value that is no map where Kubernetes has one. */
export function mapAt(place: string, value: unknown = {}): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refused(`${place} of a raw pod template is a map`, text(value), 'fields with values', 'correct it, or remove it');
  }
  return value as Fields;
}

/** Refuses a value that is no list where Kubernetes has one. */
export function listAt(place: string, value: unknown = []): unknown[] {
  if (!Array.isArray(value)) {
    throw refused(`${place} of a raw pod template is a list`, text(value), 'a list', 'correct it, or remove it');
  }
  return value;
}

function refuseContainer(list: string, container: Fields, known: string[]): void {
  const { name } = container;
  if (typeof name !== 'string' || !known.includes(name)) {
    throw refused(`${list} has no container of this name to change`, text(name), known.length === 0 ? 'none' : known.join(', '),
      'add it by `sidecars` or `initContainers`, so that its CPU and memory are counted');
  }
  const place = `${list}[${name}]`;
  refuseOwned(place, name === MAIN_CONTAINER ? container : {}, OF_MAIN);
  const fix = name === MAIN_CONTAINER ? 'set cpu and memory of `jobManager` or `taskManager`' : 'set `cpu` and `memory` of the container';
  const resources = mapAt(`${place}.resources`, container.resources);
  for (const kind of ['requests', 'limits']) {
    refuseOwned(`${place}.resources.${kind}`, mapAt(`${place}.resources.${kind}`, resources[kind]), { cpu: fix, memory: fix });
  }
}

function refuseOwned(place: string, fields: Fields, owned: Record<string, string>): void {
  for (const field of Object.keys(fields).filter((name) => Object.keys(owned).includes(name))) {
    throw refused(`${place}.${field} of a raw pod template is decided elsewhere`, text(fields[field]), 'what nothing else decides', owned[field]);
  }
}

/** Lists and maps are not shown: arguments may hold a secret. */
function text(value: unknown): string {
  return Array.isArray(value) ? 'a list' : typeof value === 'object' && value !== null ? 'a map' : shown(value);
}

function refused(what: string, got: string, allowed: string, fix: string): Refusal {
  return new Refusal({ code: 'raw-pod-field', what, got, allowed, fix });
}
