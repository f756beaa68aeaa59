import { FieldsKind } from './field-kinds';
import { ManifestKind, MANIFEST_SCHEMAS } from './manifest-fields';
import { Refusal } from '../../refusal';
import { OperatorVersion } from '../operator-version';

/** A field that only later releases have: where it is and the first release with it. */
interface LaterField {
  readonly path: readonly string[];
  readonly since: OperatorVersion;
}

/** The few fields that not all releases have, so that looking for them costs next to nothing. */
const LATER = new Map([...MANIFEST_SCHEMAS].map(([kind, { spec }]) => [kind, laterFields(spec, ['spec'])]));

/** Paths of the fields in this manifest that the release would drop without a word. */
export function fieldsMissingIn(kind: ManifestKind, manifest: { readonly spec: object }, release: OperatorVersion): string[] {
  return missing(kind, manifest, release).map(({ path }) => path.join('.'));
}

/** Refuses a manifest that asks for what the release does not have, or is of a kind that it does not know. */
export function refuseMissingFields(kind: ManifestKind, manifest: { readonly spec: object }, release: OperatorVersion): void {
  const { since: first } = MANIFEST_SCHEMAS.get(kind)!;
  if (!release._isAtLeast(first)) {
    throw new Refusal({
      code: 'kind-not-in-release',
      what: `${release} does not have the kind ${kind}`,
      got: kind,
      allowed: `${first} and newer`,
      fix: `move to ${first}, and say so in operatorVersion`,
    });
  }
  for (const { path, since } of missing(kind, manifest, release)) {
    throw new Refusal({
      code: 'field-not-in-release',
      what: `${release} does not have ${path.join('.')}, and Kubernetes would drop it without a word`,
      got: path.join('.'),
      allowed: `fields of ${release}; this one is from ${since}`,
      fix: `remove it, or move to ${since}`,
    });
  }
}

function missing(kind: ManifestKind, manifest: object, release: OperatorVersion): LaterField[] {
  return LATER.get(kind)!.filter(({ path, since }) => !release._isAtLeast(since) && valueAt(manifest, path) !== undefined);
}

function valueAt(manifest: object, path: readonly string[]): unknown {
  return path.reduce<any>((value, key) => value?.[key] ?? undefined, manifest);
}

function laterFields({ fields }: FieldsKind, prefix: string[]): LaterField[] {
  return [...fields].flatMap(([name, { kind, since }]) => {
    const path = [...prefix, name];
    return since !== undefined ? [{ path, since }] : kind.holds === 'fields' ? laterFields(kind, path) : [];
  });
}
