import { KeyNeighbours } from '../../flink/options/nearest-key';
import { FieldKind } from '../../operator/manifest/field-kinds';
import { MANIFEST_SCHEMAS } from '../../operator/manifest/manifest-fields';
import { ManifestPath, pathShown } from '../../operator/manifest/manifest-path';
import { Category, Finding, Pack, ResourceRule, Severity } from '../rule';

export const droppedField: ResourceRule = {
  id: 'dropped-field',
  pack: Pack.PRODUCTION,
  category: Category.OPTIONS,
  severity: Severity.ERROR,
  title: 'a field that the resource does not have',
  why: 'the API server drops it, without a word unless the client asks it to be strict, and whatever it was to do is not done',
  fix: 'correct its name or its place, or remove it',
  source: 'the CRDs of operator 1.10 to 1.16; Kubernetes, pruning of custom resources',
  fires: 'job: { savepointPath: s3://flink-state/orders/savepoints/savepoint-1 }',
  passes: 'job: { initialSavepointPath: s3://flink-state/orders/savepoints/savepoint-1 }',
  checkResource: ({ kind, pruned }) => pruned.map((text): Finding => {
    const path = pathOf(text);
    const name = String(path[path.length - 1]);
    const fields = fieldsAt({ holds: 'fields', fields: new Map([['spec', { kind: MANIFEST_SCHEMAS.get(kind)!.spec }]]) }, path.slice(0, -1));
    const nearest = fields === undefined ? [] : new KeyNeighbours(fields).of(name).filter((each) => each !== name);
    return {
      path,
      what: `${kind} has no field ${pathShown(path)}, and the API server drops it`,
      got: name,
      allowed: nearest.length > 0 ? nearest.join(', ') : fields === undefined ? 'fields of this release' : [...fields].sort().join(', '),
    };
  }),
};

/** As the reader of manifests writes it: `spec.ingress.tls[0].hosts`. */
function pathOf(text: string): ManifestPath {
  return (text.match(/[^.[\]]+/g) ?? []).map((key) => (text.includes(`[${key}]`) ? Number(key) : key));
}

/** The names of the fields below a path; nothing where everything may stand. */
function fieldsAt(kind: FieldKind, [key, ...rest]: ManifestPath): string[] | undefined {
  if (key === undefined) {
    return kind.holds === 'fields' && kind.open !== true ? [...kind.fields.keys()] : undefined;
  }
  if (kind.holds === 'list') {
    return fieldsAt(kind.items, rest);
  }
  const field = kind.holds === 'fields' ? kind.fields.get(String(key)) : undefined;
  return field && fieldsAt(field.kind, rest);
}
