import { PodTemplate } from './pod-template';
import { refuseOwnedFields } from './raw-pod-fields';

type Fields = { readonly [field: string]: unknown };

/** What the elements of a list are known by, as in Kubernetes' own patches; a list of another name is replaced as a whole. */
const KNOWN_BY: Record<string, string> = {
  containers: 'name',
  initContainers: 'name',
  volumes: 'name',
  env: 'name',
  imagePullSecrets: 'name',
  volumeMounts: 'mountPath',
  ports: 'containerPort',
  topologySpreadConstraints: 'topologyKey',
  hostAliases: 'ip',
};

/** A raw template over the one made of all contributions. */
export function mergeRawTemplate(template: PodTemplate, raw: Fields): PodTemplate {
  refuseOwnedFields(raw, template);
  return mergeFields(template as unknown as Fields, raw) as unknown as PodTemplate;
}

function mergeFields(base: Fields, over: Fields): Fields {
  const merged: Record<string, unknown> = { ...base };
  for (const [field, value] of Object.entries(over)) {
    merged[field] = mergeValues(field, base[field], value);
  }
  return merged;
}

function mergeValues(field: string, base: unknown, over: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(over)) {
    return KNOWN_BY[field] === undefined ? over : mergeLists(base as Fields[], over as Fields[], KNOWN_BY[field]);
  }
  return isFields(base) && isFields(over) ? mergeFields(base, over) : over;
}

function mergeLists(base: Fields[], over: Fields[], key: string): Fields[] {
  const changed = base.map((element) => over.filter((one) => one[key] === element[key]).reduce(mergeFields, element));
  return [...changed, ...over.filter((one) => !base.some((element) => element[key] === one[key]))];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
