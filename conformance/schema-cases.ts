import { Question } from './answers';
import { FieldKind, FieldsKind } from '../src/operator/manifest/field-kinds';
import { MANIFEST_SCHEMAS } from '../src/operator/manifest/manifest-fields';
import { OperatorVersion } from '../src/operator/operator-version';

/** Every kind of resource, whether the release has it or not. */
export function schemas(_cases: number, _seed: number, release: OperatorVersion): Question[] {
  return [...MANIFEST_SCHEMAS.keys()].map((kind) => ({ op: 'schema', release: release.minorLine, kind }));
}

/** Our table in the words of the oracle: every path with what it holds; nothing when the release has no such kind. */
export function schemaFields(kind: string, release: OperatorVersion): Record<string, string> {
  const { since, spec } = MANIFEST_SCHEMAS.get(kind)!;
  const found: Record<string, string> = {};
  if (release._isAtLeast(since)) {
    collect('spec', spec, release, found);
  }
  return found;
}

function collect(path: string, kind: FieldKind, release: OperatorVersion, found: Record<string, string>): void {
  found[path] = holds(kind, release, path);
  if (kind.holds === 'fields') {
    innerFields(kind, release).forEach(([name, inner]) => collect(`${path}.${name}`, inner, release, found));
  } else if (kind.holds === 'list') {
    collect(`${path}[]`, kind.items, release, found);
  }
}

function innerFields({ fields }: FieldsKind, release: OperatorVersion): [string, FieldKind][] {
  return [...fields].filter(([, { since }]) => since === undefined || release._isAtLeast(since)).map(([name, { kind }]) => [name, kind]);
}

const HOLDS: Record<Exclude<FieldKind['holds'], 'name' | 'settings'>, string> = {
  text: 'string',
  boolean: 'boolean',
  number: 'number',
  int: 'integer',
  long: 'integer',
  texts: 'map of string',
  quantities: 'map of quantity',
  raw: 'raw',
  fields: 'object',
  list: 'array',
};

/** Operator 1.15 came with a chart, which clusters install, whose schema is older than the one in its jar. */
const ONLY_IN_THE_JAR: Record<string, string[]> = { 1.15: ['v2_3', 'v2_4'] };

function holds(kind: FieldKind, release: OperatorVersion, path: string): string {
  if (kind.holds === 'settings') {
    return release._isAtLeast(OperatorVersion.V1_13) ? 'anything' : 'map of string';
  }
  if (kind.holds === 'name') {
    const more = path.endsWith('.flinkVersion') ? ONLY_IN_THE_JAR[release.minorLine] ?? [] : [];
    return `string ${JSON.stringify([...kind.names(release), ...more])}`;
  }
  return HOLDS[kind.holds];
}
