import { refuseFlinkLabels } from './flink-labels';
import { Refusal, shown } from '../refusal';
import { MAIN_CONTAINER, PodTemplate } from './pod-template';

type Fields = { readonly [field: string]: any };

/** What is decided elsewhere, with the place where it is. */
const OF_METADATA: Record<string, string> = {
  name: 'remove it; Flink names its pods', generateName: 'remove it; Flink names its pods', namespace: 'remove it; the chart decides', ownerReferences: 'remove it; Flink and the operator own the pods',
};
const OF_SPEC: Record<string, string> = {
  restartPolicy: 'remove it; Flink decides it by the role',
  serviceAccount: 'set serviceAccount of the cluster',
  serviceAccountName: 'set serviceAccount of the cluster',
  hostNetwork: 'set kubernetes.hostnetwork.enabled in flinkConfiguration, which Flink writes over it',
};
const OF_MAIN: Record<string, string> = {
  image: 'set image of the cluster', imagePullPolicy: 'set imagePullPolicy of the cluster', command: 'remove it; Flink starts itself', args: 'remove it; Flink starts itself',
};

/** Refuses of a raw template what the library or Flink decides, and containers that it would add behind the plan's back. */
export function refuseOwnedFields(raw: Fields, { spec: rendered }: PodTemplate): void {
  const { metadata = {}, spec = {} } = raw;
  refuseOwned('metadata', metadata, OF_METADATA);
  refuseFlinkLabels(metadata.labels ?? {});
  refuseOwned('spec', spec, OF_SPEC);
  for (const list of ['containers', 'initContainers']) {
    const known = ((rendered[list] ?? []) as Fields[]).map(({ name }) => name);
    (spec[list] ?? []).forEach((container: Fields) => refuseContainer(`spec.${list}`, container, known));
  }
}

function refuseContainer(list: string, container: Fields, known: string[]): void {
  const { name, resources } = container;
  if (!known.includes(name)) {
    throw refused(`${list} has no container of this name to change`, shown(name), known.length === 0 ? 'none' : known.join(', '),
      'add it by `sidecars` or `initContainers`, so that its CPU and memory are counted');
  }
  const place = `${list}[${name}]`;
  refuseOwned(place, name === MAIN_CONTAINER ? container : {}, OF_MAIN);
  const fix = name === MAIN_CONTAINER ? 'set cpu and memory of `jobManager` or `taskManager`' : 'set `cpu` and `memory` of the container';
  for (const kind of ['requests', 'limits']) {
    refuseOwned(`${place}.resources.${kind}`, resources?.[kind] ?? {}, { cpu: fix, memory: fix });
  }
}

function refuseOwned(place: string, fields: Fields, owned: Record<string, string>): void {
  for (const field of Object.keys(fields)) {
    if (field in owned) {
      throw refused(`${place}.${field} of a raw pod template is decided elsewhere`, shown(fields[field]), 'what nothing else decides', owned[field]);
    }
  }
}

function refused(what: string, got: string, allowed: string, fix: string): Refusal {
  return new Refusal({ code: 'raw-pod-field', what, got, allowed, fix });
}
