import * as fc from 'fast-check';
import { Question } from './answers';
import { FieldKind } from '../src/operator/manifest/field-kinds';
import { MANIFEST_SCHEMAS } from '../src/operator/manifest/manifest-fields';
import { OperatorVersion } from '../src/operator/operator-version';

const text = fc.constantFrom('', 'a', 'local:///app.jar', '1024m', '2', 'true');
const key = fc.constantFrom('a', 'b.c', 'taskmanager.numberOfTaskSlots', 'log4j-console.properties', 'constructor', '__proto__');
/** No whole number that JavaScript rounds, which we refuse on purpose. */
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  text, fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom(1.5, -1, 2_147_483_648), fc.constantFrom([], ['a'], {}, { a: 1 }),
);
const unknown = fc.constantFrom('foo', 'podTemplates', 'constructor', '__proto__', 'toString', 'replica');

/** Manifests of all kinds: most values of the kind that their field holds, some of any other, some fields that nobody knows. */
export function manifests(cases: number, seed: number, release: OperatorVersion): Question[] {
  const manifest = fc.oneof(...[...MANIFEST_SCHEMAS].map(([kind, { spec }]) => valueOf(spec, release).map((value) => ({
    apiVersion: 'flink.apache.org/v1beta1',
    kind,
    metadata: { name: 'a', namespace: 'b' },
    spec: value,
  }))));
  return fc.sample(manifest, { numRuns: cases, seed }).map((sampled) => reading(sampled, release));
}

function reading(manifest: object, release: OperatorVersion): Question {
  return { op: 'readManifest', release: release.minorLine, manifest };
}

function valueOf(kind: FieldKind, release: OperatorVersion): fc.Arbitrary<unknown> {
  switch (kind.holds) {
    case 'text': return mostly(text);
    case 'boolean': return mostly(fc.boolean());
    case 'number': return mostly(fc.oneof(fc.constantFrom(0.5, 1, 2), fc.double({ min: 0, max: 100, noNaN: true })));
    case 'int': return mostly(fc.oneof(fc.integer(), fc.constantFrom(2_147_483_647, -2_147_483_648, 2)));
    case 'long': return mostly(fc.oneof(fc.maxSafeInteger(), fc.integer()));
    case 'name': return mostly(fc.constantFrom(...kind.names(release)), 20);
    case 'texts': return mostly(mapOf(mostly(text, 60)));
    case 'quantities': return mostly(mapOf(mostly(fc.oneof(fc.constantFrom('1Gi', '500m', '1.5', '1e3', '-1', 'abc', '1e3x', '1 Gi', '1G1', 'x1y', '', '1e3 ', '1e3é'), fc.nat({ max: 4 })), 60)));
    case 'settings': return mostly(mapOf(release._isAtLeast(OperatorVersion.V1_13) ? fc.oneof(text, anyValue) : mostly(text, 200)));
    case 'raw': return mostly(fc.constantFrom({}, { metadata: { labels: { a: 'b' } } }));
    case 'list': return mostly(fc.array(valueOf(kind.items, release), { maxLength: 2 }));
    case 'fields': {
      const values = [...kind.fields].map(([name, { kind: inner }]) => [name, valueOf(inner, release)]);
      const known = fc.record(Object.fromEntries(values), { requiredKeys: [] });
      const more = fc.oneof({ weight: 12, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.tuple(unknown, anyValue) });
      return mostly(fc.tuple(known, more).map(([fields, [name, value]]) => (name === undefined ? fields : withField(fields, name as string, value))));
    }
  }
}

/** One of `weight` is anything but what it should be. */
function mostly(arbitrary: fc.Arbitrary<unknown>, weight = 80): fc.Arbitrary<unknown> {
  return fc.oneof({ weight, arbitrary }, { weight: 1, arbitrary: anyValue }, { weight: 2, arbitrary: fc.constant(null) });
}

function mapOf(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.array(fc.tuple(key, value), { maxLength: 3 }).map((entries) => Object.fromEntries(entries));
}

function withField(fields: object, name: string, value: unknown): object {
  return Object.fromEntries([...Object.entries(fields), [name, value]]);
}
