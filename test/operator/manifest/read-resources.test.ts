import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { readManifests } from './read-text';
import { OperatorVersion } from '../../../src/operator/operator-version';
import { Refusal } from '../../../src/refusal';
import { refusalOf, says } from '../../refusals';

const HEAD = 'apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata: {name: a}\nspec:\n';
const read = (text: string) => readManifests(text, OperatorVersion.V1_16);
const specOf = (text: string) => read(HEAD + text).manifests[0].manifest.spec;

function manyKeys(count: number): string {
  return Array.from({ length: count }, (_, key) => `  k${key}: 1\n`).join('');
}

function refused(text: string): string[] {
  const lines = refusalOf(() => read(text)).message.split('\n');
  return [/\[([a-z-]*)\]/.exec(lines[0])![1], lines[1].slice(11), lines[4].slice(11)];
}

test('the resources of the operator are read, others passed over by their kind', () => {
  const { manifests, passedOver } = read(`---\n# nothing\n---\n${HEAD}  image: i\n---\nkind: ServiceAccount\napiVersion: v1\n---\n${HEAD.replace('name: a', 'name: b')}`);
  expect(manifests.map(({ kind, manifest }) => [kind, manifest])).toEqual([
    ['FlinkDeployment', { metadata: { name: 'a' }, spec: { image: 'i' } }],
    ['FlinkDeployment', { metadata: { name: 'b' }, spec: {} }],
  ]);
  expect(passedOver).toEqual(['ServiceAccount']);
  expect(read('')).toEqual({ manifests: [], passedOver: [] });
});

test('a kind that is called like one of the operator\'s is passed over with its version', () => {
  expect(read('kind: FlinkDeployment\napiVersion: flinkoperator.k8s.io/v1beta1\n').passedOver).toEqual(['FlinkDeployment of "flinkoperator.k8s.io/v1beta1"']);
  expect(refused('kind: FlinkDeployment\napiVersion: flink.apache.org/v1\n')).toEqual(['manifest-field', '"flink.apache.org/v1"', 'line 2, column 1']);
});

describe('a list', () => {
  const item = `- ${HEAD.trimEnd().replace(/\n/g, '\n  ')}`;
  const list = (items: string) => `apiVersion: v1\nkind: List\nmetadata: {resourceVersion: ""}\nitems:${items}`;

  test('is the resources in it', () => {
    const { manifests, passedOver } = read(list(`\n${item} {image: i, typo: 1}\n- {kind: Service, apiVersion: v1}\n- null\n- {kind: List, apiVersion: v1, items: [{kind: Pod, apiVersion: v1}]}\n`));
    expect(manifests).toEqual([{ kind: 'FlinkDeployment', manifest: { metadata: { name: 'a' }, spec: { image: 'i' } }, pruned: ['items[0].spec.typo'] }]);
    expect(passedOver).toEqual(['Service', 'Pod']);
    for (const nothing of [' []', ' null', '']) {
      expect(read(list(`${nothing}\n`))).toEqual({ manifests: [], passedOver: [] });
    }
  });

  test.each<[items: string, what: string, at: string]>([
    [`\n- null\n${item} {image: 1}\n`, 'items[1].spec.image is not what operator 1.16 reads there', 'line 9, column 10'],
    [`\n${item.replace('v1beta1', 'v1')} {}\n`, 'items[0].apiVersion is not what operator 1.16 reads there', 'line 5, column 3'],
    [`\n${item.replace('kind: Flink', 'kind: ')} {}\n`, 'items[0].kind is not what operator 1.16 reads there', 'line 6, column 3'],
    [`\n${item.replace('name: a', '')} {}\n`, 'items[0].metadata.name is not what operator 1.16 reads there', 'line 7, column 3'],
    [' {}\n', 'items is not what operator 1.16 reads there', 'line 4, column 1'],
  ])('%j is refused by its place in it', (items, what, at) => {
    const lines = refusalOf(() => read(list(items))).message.split('\n');
    expect([lines[0], lines[4]]).toEqual([`${what} [manifest-field]`, `  at       ${at}`]);
  });
});

test.each<[got: string, value: unknown]>([['nothing', undefined], ['nothing', null], ['fields', Buffer.from(HEAD)], ['a whole number', 5], ['a list', []]])(
  '%s is no text', (got, value) => {
    expect(refusalOf(() => read(value as string)).message).toBe(says('manifests are read from text [manifest-text]', got, 'text', 'read the file as UTF-8 text'));
  });

test('nothing of an example is dropped by the release that it is for', () => {
  const examples = join(__dirname, '..', '..', '..', 'examples');
  const files = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.k8s.yaml'));
  const texts = files.map((file) => readFileSync(join(examples, file), 'utf8'));
  // Release 1.15 does not let Flink 2.3 through.
  const all = [[OperatorVersion.V1_15, /flinkVersion: v2_3/] as const, [OperatorVersion.V1_16, undefined] as const].flatMap(([release, unknown]) =>
    texts.filter((text) => unknown === undefined || !unknown.test(text)).flatMap((text) => readManifests(text, release).manifests));
  expect(all.length).toBeGreaterThan(10);
  expect(all.flatMap(({ pruned }) => pruned)).toEqual([]);
});

test('values are read as kubectl reads them', () => {
  expect(specOf('  flinkConfiguration: {a: on, b: 010, c: 1_000, d: 2024-01-01, e: 1:30, f: 1e3, 5: x, g: 9223372036854775807, h: 0.5}\n')).toEqual({
    flinkConfiguration: { a: true, b: 8, c: 1000, d: '2024-01-01', e: '1:30', f: 1000, 5: 'x', g: '9223372036854775807', h: 0.5 },
  });
  expect(specOf('  jobManager: &role\n    resource: {cpu: 1}\n  taskManager:\n    <<: *role\n    replicas: 2\n'))
    .toEqual({ jobManager: { resource: { cpu: 1 } }, taskManager: { resource: { cpu: 1 }, replicas: 2 } });
  expect(JSON.stringify(specOf('  flinkConfiguration: {__proto__: {a: 1}}\n  __proto__: {image: evil}\n'))).toBe('{"flinkConfiguration":{"__proto__":{"a":1}}}');
});

test('a refusal says the line and column', () => {
  expect(refusalOf(() => read(`${HEAD}  job:\n    parallelism: "4"\n`)).message).toBe(says(
    'spec.job.parallelism is not what operator 1.16 reads there [manifest-field]',
    'text', 'a whole number from -2147483648 to 2147483647', 'write it without quotes or unit', 'line 6, column 5',
  ));
  expect(refused(`${HEAD}  ingress:\n    tls:\n    - hosts: [a, 5]\n`)).toEqual(['manifest-field', 'a whole number', 'line 7, column 18']);
  expect(refused(`a: 1\napiVersion: v1\n---\n${HEAD}  mode: x\n`)).toEqual(['manifest-field', '"x"', 'line 8, column 3']);
  expect(refused(`${HEAD}  restartNonce: 9007199254740993\n`)).toEqual(['manifest-field', 'a very large whole number', 'line 5, column 3']);
  expect(refused(`${HEAD}  podTemplate:\n    spec:\n    - a:\n      b: 9007199254740993\n`)).toEqual(['manifest-field', 'a very large whole number', 'line 8, column 7']);
  expect(read('- 1\n---\nvalues: 1\n---\njust text\n').passedOver).toEqual(['a list', 'nothing', 'text']);
});

test.each<[name: string, text: string, got: string, at: string]>([
  ['the same key twice', `${HEAD}  image: i\n  image: j\n`, 'the same key twice', 'line 6, column 3'],
  ['an open bracket', `${HEAD}  job: [1\n`, 'bad indent', 'line 6, column 1'],
  ['a tab', `${HEAD}\tjob: 1\n`, 'tab as indent', 'line 5, column 1'],
  ['a stray bracket', 'a: 1\n]\n', 'unexpected text', 'line 2, column 1'],
  ['an alias without anchor', 'a: 1\nb: [x, *b]\n', 'an alias that leads nowhere', 'line 2, column 8'],
  ['an alias of another document', 'a: &b 1\n---\nb: *b\n', 'an alias that leads nowhere', 'line 3, column 4'],
  ['an alias before its anchor', 'a: *b\nb: &b 1\n', 'an alias that leads nowhere', 'line 1, column 4'],
  ['an alias of what it is in', 'a: &b\n- 1\n- *b\n', 'an alias within its own anchor', 'line 3, column 3'],
  ['a merge of text', 'a:\n  <<: b\n', 'a merge of what are no fields', 'line 2, column 3'],
  ['a merge of an alias of text', 'a: &a x\nb:\n  <<: *a\n', 'a merge of what are no fields', 'line 3, column 7'],
  ['a merge of a list with text', 'a: &a x\nb:\n  <<: [{c: 1}, *a]\n', 'a merge of what are no fields', 'line 3, column 3'],
  ['a merge below a tag', 'a:\n  !!str <<: b\n', 'a merge of what are no fields', 'line 2, column 9'],
  ['a merge of an anchor set again', 'a: &a x\nb:\n  <<: [*a, &a {}]\n', 'a merge of what are no fields', 'line 3, column 3'],
  ['a bomb of aliases', Array.from({ length: 9 }, (_, index) => `a${index}: &a${index} [${Array(9).fill(index === 0 ? 'x' : `*a${index - 1}`).join()}]\n`).join(''),
    'aliases and merges that stand for more than 500000 values', 'line 6, column 34'],
  ['a tag of what is no JSON', 'a: 1\nb: [!!omap [{x: 1}, {x: 2}]]\n', 'a tag of what is no JSON', 'line 2, column 12'],
  ['a tag of bytes', 'a: !!binary aHVzaA==\n', 'a tag of what is no JSON', 'line 1, column 13'],
  ['many aliases', '- &a x\n- *a\n'.repeat(1_001), 'more than 1000 anchors and aliases', 'line 1001, column 6'],
])('%s is not read', (_, text, got, at) => {
  expect(refused(text)).toEqual(['manifest-text', got, at]);
});

test.each<[name: string, text: string, at: string]>([
  ['brackets', '['.repeat(100_000), 'line 1, column 101'],
  ['braces', '{a: '.repeat(500_000), 'line 1, column 401'],
  ['dashes', '- '.repeat(1_000_000), 'line 1, column 201'],
  ['keys below keys', Array.from({ length: 101 }, (_, level) => `${' '.repeat(level)}a:\n`).join('') + `${' '.repeat(101)}b: 1\n`, 'line 101, column 101'],
  ['very many keys below keys', Array.from({ length: 2_000 }, (_, level) => `${' '.repeat(level)}a:\n`).join(''), expect.stringMatching(/^line [0-9]+, column [0-9]+$/)],
])('%s too deep are refused', (_, text, at) => {
  expect(refused(text)).toEqual(['manifest-depth', 'more than 100 levels', at]);
});

test.each<[name: string, text: string]>([
  ['five megabytes of text', `${HEAD}  image: ${'x'.repeat(5_000_000)}\n`],
  ['a list of a million items', `[${'a,'.repeat(1_000_000)}]`],
  ['very many documents', 'a: 1\n---\n'.repeat(300_000)],
  ['a quarter of a million empty documents', '---\n'.repeat(249_000)],
  ['a word of more than a megabyte', `${HEAD}  image: ${'x'.repeat(1_100_000)}\n`],
  ['a resource of very many values', `${HEAD}  job: { args: [${'a,'.repeat(20_000)}] }\n`],
  ['very many resources', `${HEAD}---\n`.repeat(1_001)],
])('%s is refused, and soon', (_, text) => {
  expect(refusalOf(() => read(text)).code).toBe('manifest-size');
});

test('nothing but mistakes is refused at the first of them', () => {
  expect(refused(']}'.repeat(900_000))).toEqual(['manifest-text', expect.any(String), expect.stringMatching(/^line 1, column [12]$/)]);
});

test.each<[name: string, text: string]>([
  ['merges of many keys', `- &a\n${manyKeys(35_000)}${'- <<: *a\n'.repeat(99)}`],
  ['merges within merges', `a: ${'{<<: '.repeat(90)}{${Array.from({ length: 20_000 }, (_, key) => `k${key}: 1`).join()}}${'}'.repeat(90)}\n`],
  ['aliases of many keys in many documents', `a: &a\n${manyKeys(1_000)}b: [${Array(90).fill('*a').join()}]\n---\n`.repeat(9)],
])('%s are refused, and soon', (_, text) => {
  const start = performance.now();
  expect(refused(text)).toEqual(['manifest-text', 'aliases and merges that stand for more than 500000 values', expect.any(String)]);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('an anchor may be used often, and merged from a list', () => {
  const flinkConfiguration = specOf(`  flinkConfiguration:\n    a: &a {k: &k "1", l: *k}\n    b: [${Array(500).fill('*a').join()}]\n    c: {<<: [*a, {m: "2"}], l: "3"}\n`) as any;
  expect(flinkConfiguration.flinkConfiguration.b).toHaveLength(500);
  expect(flinkConfiguration.flinkConfiguration.c).toEqual({ k: '1', l: '3', m: '2' });
});

test('nothing but mistakes is refused at the first', () => {
  expect(refused(']}'.repeat(1_000_000))).toEqual(['manifest-text', 'unexpected text', 'line 1, column 1']);
});

test('a megabyte in one value is read', () => {
  const image = 'x'.repeat(1024 * 1024);
  expect(specOf(`  image: ${image}\n`)).toEqual({ image });
});

test('a mistake never quotes the text', () => {
  for (const text of ['password: hush: hush\n', 'password: "hush\n', '!hush password: [hush\n', `${HEAD}  flinkConfiguration: {k: hush\n`, '%hush\n%YAML hush\n@hush: 1\n']) {
    expect(refusalOf(() => read(text)).message).not.toContain('hush');
  }
});

test('any text is read or refused', () => {
  const piece = fc.constantFrom('a', ':', ' ', '\n', '-', '[', ']', '{', '}', '&a', '*a', '"', '\'', '|', '>', '#', '!', '%', '?', '<<', '\n  <<: *a', ' &a {a: 1}', '!!omap ', '!!set ', '!!merge ', '\t', '...', '---', ',', '0', HEAD);
  fc.assert(fc.property(fc.oneof(fc.string(), fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))), (text) => {
    try {
      read(text);
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
    }
  }), { numRuns: 3_000 });
});
