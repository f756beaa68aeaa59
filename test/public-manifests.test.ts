import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { difference } from '../conformance/manifests/difference';
import { lintTables } from '../conformance/manifests/lint-tables';
import { manifestTexts, readTexts, twinsOf } from '../conformance/manifests/manifest-texts';
import { OperatorVersion } from '../src/operator/operator-version';
import { Refusal } from '../src/refusal';

const SESSION = `apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata: { name: session }
spec:
  flinkVersion: v2_0
  serviceAccount: flink
  flinkConfiguration: { s3.secret-key: hunter2hunter2 }
  jobManager: { resource: { memory: 2g, cpu: 1 } }
  taskManager: { resource: { memory: 2g, cpu: 1 } }
`;
const JOB = `apiVersion: flink.apache.org/v1beta1
kind: FlinkSessionJob
metadata: { name: job }
spec: { deploymentName: session, job: { jarURI: "https://93.184.216.34/a.jar", parallelism: 1 } }
`;

describe('texts of manifests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manifests-'));
  const table = join(folder, 'manifests.tsv');
  beforeAll(() => {
    const files = { 'session.yaml': SESSION, 'job.yaml': JOB, 'twice.yml': 'a: 1\na: 2\n', 'notes.txt': 'nothing' };
    Object.entries(files).forEach(([name, text]) => writeFileSync(join(folder, name), text));
    writeFileSync(table, ['b/two\tk8s/job.yaml\tabcdef0123456789\tjob.yaml', 'a/one\tx/twice.yml\t0123456789abcdef\ttwice.yml',
      'b/two\tk8s/a-session.yaml\tabcdef0123456789\tsession.yaml', 'c/three\tjob.yaml\tfedcba9876543210\tjob.yaml', ''].join('\n'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const release = OperatorVersion.V1_16;
  const sessions = (path: string) => twinsOf(readTexts(manifestTexts(path), release), { release, defaults: new Map() })
    .map(({ file, twin }) => [file.repository, file.name, twin instanceof Refusal ? undefined : twin.session?.metadata.name]);

  test('of a table those of one repository belong together', () => {
    expect(sessions(table)).toEqual([['b/two', 'k8s/a-session.yaml', undefined], ['b/two', 'k8s/job.yaml', 'session'], ['c/three', 'job.yaml', undefined]]);
  });

  test('of a folder each stands for itself', () => {
    expect(manifestTexts(folder).map(({ name }) => name)).toEqual(['job.yaml', 'session.yaml', 'twice.yml'].map((name) => join(folder, name)));
    expect(sessions(folder).map(([, , session]) => session)).toEqual([undefined, undefined]);
    expect(manifestTexts(join(folder, 'job.yaml'))).toHaveLength(1);
  });

  test('become tables of counts and names, without a value', () => {
    const tables = lintTables(table, '2026-11-22');
    expect(tables.get('wild:kinds')!.split('\n').slice(2)).toEqual(['| FlinkSessionJob | 2 | 2 |', '| FlinkDeployment | 1 | 1 |']);
    expect(tables.get('wild:files')!.split('\n')[2]).toBe('| a/one | x/twice.yml | 0123456789ab | 0 | 1 | 0 | 0 | 0 | 0 | 0 | manifest-text |');
    expect(tables.get('wild:files')).toMatch(/\| b\/two \| k8s\/a-session\.yaml .*plain-text-credential/);
    expect(tables.get('wild:rules')).toContain('| `manifest-text` | refused | error | 1 | 1 |');
    expect([...tables.values()].join()).not.toContain('hunter2');
  });
});

describe('a difference', () => {
  const refusal = new Refusal({ code: 'some-code', what: '', got: '', allowed: '', fix: '' });
  const code = (text: string) => (text === 'known' ? 'some-code' : `unknown: ${text}`);

  test('is told by places, never by values', () => {
    expect(difference({ value: { a: { b: 'x', c: 1 } } }, { value: { a: { b: 'x', c: 1 } } }, code)).toBeUndefined();
    expect(difference({ value: { a: { b: 'hunter2', c: 1 }, d: [1] } }, { value: { a: { b: 'x' }, d: [1, 2] } }, code))
      .toBe('differs at /a/b, /a/c (ours alone), /d/1 (theirs alone)');
  });

  test('of refusals is told by their codes', () => {
    expect(difference({ refusal }, { refused: 'known' }, code)).toBeUndefined();
    expect(difference({ refusal }, { value: 1 }, code)).toBe('ours refused [some-code], theirs a value');
    expect(difference({ value: 1 }, { refused: 'Invalid value in the option hunter2' }, code)).toBe('ours a value, theirs refused [unknown: Invalid value in the opt]');
    expect(difference({ refusal }, { error: 'unknown op' }, code)).toBe('ours refused [some-code], theirs no verdict');
  });
});
