import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { ReadManifest } from '../../src/operator/manifest/read-manifest';
import { readResources } from '../../src/operator/manifest/read-resources';
import { OperatorVersion } from '../../src/operator/operator-version';
import { resourceTwins } from '../../src/operator/resource-twin';
import { Refusal, refusalIn } from '../../src/refusal';
import { judged } from '../../src/rules/judge';
import { Pack } from '../../src/rules/rule';

const EXAMPLES = join(__dirname, '..', '..', 'examples');
const TEXTS = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.k8s.yaml')).sort()
  .flatMap((file) => readFileSync(join(EXAMPLES, file), 'utf8').split(/^---\n/m)).filter((text) => text.startsWith('apiVersion: flink.apache.org/'));
const FLINK_APPLICATION = TEXTS[0].replace('flink.apache.org/v1beta1', 'platform.confluent.io/v1beta1').replace('FlinkDeployment', 'FlinkApplication');

/** What YAML 1.1 reads in a way of its own, and what no field expects. */
const FRAGMENTS = [
  '~', 'null', '', '""', '" "', 'yes', 'off', 'True', '0777', '0x1F', '0b11', '1_000', '12:30:45', '1e3', '1e400', '.inf', '-.Inf', '.nan', '-0', '0', '-1', '2147483648',
  '9223372036854775807', '9223372036854775808', '-99999999999999999999999', '0.1', '1.', '2026-11-22', '2026-11-22T10:00:00Z', '=', '<<', '!!binary aGk=', '!!str 5',
  '!!int "5"', '!!set {a}', '!own x', '&a [*a]', '&a {b: &c 1, d: *c}', '*nowhere', '{<<: {a: 1}}', '{? a : b}', '{? {a: b} : c}', '[]', '{}', '[[]]', '[null]', '[~, 1]', '{a: null}',
  '{a: [1, {b: c}]}', '[a, [b, [c]]]', '{1: 2}', '{true: false}', '{null: 1}', '{[a]: b}', '{__proto__: 1}', '{constructor: {prototype: 1}}', '{toString: 1, valueOf: 2}', '|', '>-\n  x',
  '"\\0"', '"\\uD800"', '"\\u202e"', '"a\\nb"', '\'it\'\'s\'', '${X}', '<X>', '{{ .Values.x }}', '%', '@x', '`x`', '\tx', 'a: b', '- a', '#x', '---', '...', '1g', '1Gi', '-1g',
  '99999999999999999999g', '1.5g', '1,5', 'file:///x', 's3://', 's3://b/ä b', 'http://[::1', 'local:///a b.jar', 'v1_99', 'v2_0', 'none', 'KUBERNETES', 'rocksdb', 'a;b', 'a:b,c:d', '\'', '1 d 1 h',
  '"*/5 * * * *"', '10mc', '1 min 5', 'P1D', '\u2028', 'ÿ', '日本', '"' + 'x'.repeat(300) + '"',
];

type Edit = (lines: string[], at: number) => string[];

const inPlace = (make: (line: string) => string[]): Edit => (lines, at) => [...lines.slice(0, at), ...make(lines[at]), ...lines.slice(at + 1)];
const indentOf = (line: string) => /^[ -]*/.exec(line)![0].replace(/-/g, ' ');
const edits: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...FRAGMENTS).map((fragment) => inPlace((line) => [line.replace(/(:|-)( .*)?$/, `$1 ${fragment}`)])) },
  { weight: 2, arbitrary: fc.string().map((text) => inPlace((line) => [line.replace(/(:|-)( .*)?$/, (_, mark) => `${mark} ${JSON.stringify(text)}`)])) },
  { weight: 2, arbitrary: fc.constant(inPlace(() => [])) },
  { weight: 1, arbitrary: fc.constant(inPlace((line) => [line, line])) },
  { weight: 1, arbitrary: fc.constantFrom(...FRAGMENTS).map((fragment) => inPlace((line) => [line, `${indentOf(line)}${fragment}`])) },
  { weight: 2, arbitrary: fc.constantFrom(...FRAGMENTS).map((fragment) => inPlace((line) => [line, `${indentOf(line)}other: ${fragment}`])) },
  { weight: 2, arbitrary: fc.constant(inPlace((line) => [line.replace(/[^:]*(:.*)?$/, (key, rest) => `${indentOf(key)}- ${key.trim()}${rest ?? ''}`.slice(0, 200))])) },
  { weight: 1, arbitrary: fc.integer({ min: -2, max: 2 }).map((by) => inPlace((line) => [by < 0 ? line.slice(-by) : ' '.repeat(by) + line])) },
  { weight: 1, arbitrary: fc.constant<Edit>((lines, at) => lines.slice(0, at)) },
);
const editedTexts = fc.tuple(fc.constantFrom(...TEXTS, FLINK_APPLICATION), fc.array(fc.tuple(edits, fc.nat()), { minLength: 1, maxLength: 2 }))
  .map(([text, some]) => some.reduce((lines, [edit, at]) => (lines.length === 0 ? lines : edit(lines, at % lines.length)), text.split('\n')).join('\n'));

/** Any parts of a manifest replaced as a whole, or gone; in one line, so that what stands below it is no mistake. */
const replacements = fc.array(fc.tuple(fc.nat(), fc.constantFrom(undefined, ...FRAGMENTS)), { minLength: 1, maxLength: 2 });
const replacedParts = fc.tuple(fc.constantFrom(...TEXTS), replacements).map(([text, some]) => {
  const manifest = parse(text);
  const marks = some.map(([at, fragment], index) => {
    const places = partsOf(manifest);
    const [parent, key] = places[at % places.length];
    parent[key] = fragment === undefined ? undefined : `@${index}@`;
    return fragment ?? '~';
  });
  return JSON.stringify(manifest).replace(/"@(\d)@"/g, (_, index) => ` ${marks[Number(index)]} `);
});

function partsOf(value: any): [parent: any, key: string][] {
  return typeof value !== 'object' || value === null ? [] : Object.keys(value).flatMap((key) => [[value, key], ...partsOf(value[key])] as [any, string][]);
}

const texts = fc.oneof(editedTexts, { weight: 2, arbitrary: replacedParts });
const releases = fc.constantFrom(OperatorVersion.V1_10, OperatorVersion.V1_14, ...Array(6).fill(OperatorVersion.V1_16));

let [unreadable, twinned, found] = [0, 0, 0];

/** Throws what is no refusal. */
function look(text: string, release: OperatorVersion): void {
  const refused = refusalIn(() => {
    const { resources } = readResources(text, release);
    const readable = resources.filter(({ read }) => !(read instanceof Refusal));
    const twins = resourceTwins(readable.map(({ read }) => read as ReadManifest), { release, defaults: new Map() });
    twins.forEach((twin, index) => {
      twinned++;
      const { findings } = judged(twin, { packs: [Pack.PRODUCTION, Pack.COST, Pack.STRICT], today: '2026-11-22' });
      expect(findings.filter(({ rule: { id } }) => id === 'rule-failed')).toEqual([]);
      found += findings.length;
      for (const { path } of findings) {
        const { line, column, endColumn } = readable[index].placeOf(path);
        expect([line, column].every((place) => place >= 1) && endColumn > column).toBe(true);
      }
    });
  });
  unreadable += refused === undefined ? 0 : 1;
}

test('whatever a text says, it is read, judged or refused, and nothing breaks', () => {
  fc.assert(fc.property(fc.noBias(texts), releases, look), { numRuns: 400, seed: 22 });
  // Or it would say nothing about twins and rules.
  expect([unreadable < 200, twinned > 100, found > 50]).toEqual([true, true, true]);
});
