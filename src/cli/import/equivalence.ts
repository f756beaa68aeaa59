import { withFlatOptions } from './flat-options';
import { sameValue, underCurrentKeys } from './same-setting';
import { knownLine } from '../../flink/known-line';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { ManifestMetadata, ManifestSpec } from '../../operator/manifest/flink-manifests';
import { ResourceTwin } from '../../operator/resource-twin';
import { Refusal } from '../../refusal';

/** How a resource compares with what the imported code makes of it. */
export interface Comparison {
  /** What is the same, in words. */
  readonly same: readonly string[];
  /** What is not. Never a value: it could be a secret. */
  readonly different: readonly string[];
}

/** An annotation of kubectl, a copy of an older manifest. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Compares two resources by what the operator and Flink make of them. */
export function comparison(before: ResourceTwin, after: ResourceTwin): Comparison {
  const said = [
    part('metadata', metadataOf(before.metadata), metadataOf(after.metadata)),
    part('admission', verdictOf(before), verdictOf(after)),
    before.kind === 'FlinkDeployment' ? part('fields', fieldsOf(before.manifest), fieldsOf(after.manifest))
      : part('spec', withFlatOptions(before.manifest.spec), withFlatOptions(after.manifest.spec)),
    ...(before.cluster === undefined && after.cluster === undefined ? [] : clusterParts(before.cluster, after.cluster)),
    ...before.children.length + after.children.length === 0 ? [] : [part('both deployments', before.children.map(childOf), after.children.map(childOf))],
  ];
  return { same: said.flatMap(({ same }) => same ?? []), different: said.flatMap(({ different }) => different ?? []) };
}

interface Said {
  readonly same?: string;
  readonly different?: string[];
}

function part(name: string, before: unknown, after: unknown): Said {
  return canonical(before) === canonical(after) ? { same: name } : { different: [name] };
}

function clusterParts(before?: EffectiveCluster, after?: EffectiveCluster): Said[] {
  if (before === undefined || after === undefined) {
    return [{ different: ['effective configuration'] }];
  }
  return [
    configurationPart(before, after),
    part('memory', asMade(() => [before.jobManager, before.taskManager, before.rocksDb]), asMade(() => [after.jobManager, after.taskManager, after.rocksDb])),
    part('pods', asMade(() => before.pods), asMade(() => after.pods)),
  ];
}

function configurationPart(before: EffectiveCluster, after: EffectiveCluster): Said {
  const version = knownLine(before.manifest.spec.flinkVersion);
  const [one, other] = [before, after].map(({ configuration }) => underCurrentKeys(configuration));
  const keys = [...new Set([...one.keys(), ...other.keys()])].sort();
  const different = keys.filter((key) => !one.has(key) || !other.has(key) || !sameValue(key, one.get(key)!, other.get(key)!, version));
  return different.length === 0
    ? { same: `effective configuration ${one.size} of ${keys.length} keys` }
    : { different: different.map((key) => `effective configuration: ${key}`) };
}

/** Whether two values are one, in whatever order their fields stand. */
export function sameData(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** What the operator makes of the other fields is in the configuration, the memory and the pods. */
function fieldsOf({ spec }: ResourceTwin['manifest']): object {
  const { flinkConfiguration, podTemplate, jobManager, taskManager, mode = 'native', ...fields } = spec as ManifestSpec;
  const roles = [jobManager, taskManager].map((role) => ({ replicas: role?.replicas, cpu: role?.resource?.cpu, resources: role?.resources }));
  return { ...fields, mode, roles };
}

function metadataOf({ name, namespace, labels, annotations }: ManifestMetadata): object {
  const { [LAST_APPLIED]: _, ...others } = annotations ?? {};
  return { name, namespace, labels: labels ?? {}, annotations: others };
}

function verdictOf({ admission, failures }: ResourceTwin): string[] {
  return [admission instanceof Refusal ? admission.code : admission, ...failures.map(({ code }) => code)];
}

function childOf({ manifest, admission, failures }: ResourceTwin): unknown {
  return [withFlatOptions(manifest), admission instanceof Refusal ? admission.code : admission, failures.map(({ code }) => code)];
}

/** A part that cannot be made is its refusal. */
function asMade(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) {
      return error.code;
    }
    throw error;
  }
}

/** JSON with sorted fields, whatever the order in which they were written; an absent field is no field. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) => {
    if (typeof inner === 'bigint') {
      return `${inner}n`;
    }
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) {
      return inner ?? undefined;
    }
    const entries = inner instanceof Map ? [...inner as Map<string, unknown>] : Object.entries(inner);
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  }) ?? '';
}
