import { PodTemplate } from './pod-template';
import { Fields, listAt, mapAt, refuseOwnedFields } from './raw-pod-fields';

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
  return mergeFields('raw', template as unknown as Fields, raw) as unknown as PodTemplate;
}

function mergeFields(place: string, base: Fields, over: Fields): Fields {
  const merged: Record<string, unknown> = { ...base };
  for (const [field, value] of Object.entries(over)) {
    merged[field] = mergeValues(`${place}.${field}`, field, base[field], value);
  }
  return merged;
}

function mergeValues(place: string, field: string, base: unknown, over: unknown): unknown {
  if (Array.isArray(base)) {
    const list = listAt(place, over);
    return KNOWN_BY[field] === undefined ? list : mergeLists(place, base, list, KNOWN_BY[field]);
  }
  return typeof base === 'object' && base !== null ? mergeFields(place, base as Fields, mapAt(place, over)) : over;
}

/** What is merged into may be raw as well, where one element comes twice. */
function mergeLists(place: string, under: unknown[], list: unknown[], key: string): Fields[] {
  const [base, over] = [under, list].map((elements) => elements.map((element) => mapAt(place, element)));
  const changed = base.map((element) => over.filter((one) => one[key] === element[key])
    .reduce((merged, one) => mergeFields(place, merged, one), element));
  return [...changed, ...over.filter((one) => !base.some((element) => element[key] === one[key]))];
}
