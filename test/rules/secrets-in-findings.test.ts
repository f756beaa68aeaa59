import { exampleManifest, exampleTwin } from './example-manifest';
import { holdsSecret } from '../../src/flink/configuration/sensitive-key';
import { FlinkVersion } from '../../src/flink/flink-version';
import { flinkOptions, operatorOptions } from '../../src/flink/options/option-catalogue';
import { isObject } from '../../src/operator/manifest/read-field';
import { refusalIn } from '../../src/refusal';
import { ALL_RULES } from '../../src/rules/all-rules';
import { judged } from '../../src/rules/judge';
import { Pack, RuleText } from '../../src/rules/rule';

const JUDGING = { packs: Object.values(Pack), today: '2026-11-22' };
const SECRET = 'hunter2hunter2';
const AROUND = [
  `s3a://key:${SECRET}@bucket/orders/checkpoints`, `http://user:${SECRET}@minio:9000`, `file:///tmp/a?password=${SECRET}`, `/data/a?password=${SECRET}`,
  `-Dstore.password=${SECRET}`,
];

/** Rules that say the secret aloud. */
function tellers(rule: Pick<RuleText, 'operator'>, manifest: unknown): string[] {
  // What cannot be read has no findings.
  if (refusalIn(() => exampleTwin(rule, manifest)) !== undefined) {
    return [];
  }
  const told = judged(exampleTwin(rule, manifest), JUDGING).findings.filter(({ what, got, allowed, fix, becomes = '' }) =>
    [what, got, allowed, fix, becomes].join('\n').includes(SECRET));
  return [...new Set(told.map(({ rule: { id } }) => id))];
}

/** The value with a text in the place of each of its texts and numbers, one at a time. */
function replaced(value: unknown, text: string): unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => replaced(item, text).map((other) => value.map((each: unknown, at) => (at === index ? other : each))));
  }
  if (isObject(value)) {
    const entries = Object.entries(value).filter(([key]) => !['kind', 'apiVersion'].includes(key));
    return entries.flatMap(([key, item]) => replaced(item, text).map((other) => ({ ...value, [key]: other })));
  }
  return typeof value === 'string' || typeof value === 'number' ? [text] : [];
}

const WITH_EXAMPLES = ALL_RULES.filter(({ fires }) => fires !== '').map((rule) => [rule.id, rule] as const);

test.each(WITH_EXAMPLES)('a secret anywhere in the example of %s is not told', (_, rule) => {
  const manifest = exampleManifest(rule.fires);
  const changed = AROUND.flatMap((text) => replaced(manifest.spec, text).map((spec) => ({ ...manifest, spec })));
  expect(changed.flatMap((each) => tellers(rule, each))).toEqual([]);
});

const KEYS = [...new Set([...flinkOptions(FlinkVersion.V1_20).keys, ...flinkOptions(FlinkVersion.V2_3).keys, ...operatorOptions('1.16').keys])];

test.each(AROUND)('%s is told of no option', (text) => {
  expect(KEYS.length).toBeGreaterThan(500);
  const telling = KEYS.flatMap((key) => {
    const flinkConfiguration = JSON.stringify({ [key]: text });
    return tellers({}, exampleManifest(`{ flinkConfiguration: ${flinkConfiguration} }`)).map((id) => `${key}: ${id}`);
  });
  expect(telling).toEqual([]);
});

test('no secret of an option that is one is told', () => {
  const secrets = KEYS.filter((key) => holdsSecret(key, SECRET));
  expect(secrets.length).toBeGreaterThan(10);
  expect(secrets.flatMap((key) => tellers({}, exampleManifest(JSON.stringify({ flinkConfiguration: { [key]: SECRET } }))))).toEqual([]);
});

test('no secret of a container beside Flink is told', () => {
  const container = {
    name: 'flink-main-container',
    image: 'registry.example.com/orders:1.4.0',
    args: [`--password=${SECRET}`, '--token', SECRET],
    env: [{ name: 'DATABASE_PASSWORD', value: SECRET }, { name: 'FLINK_ENV_JAVA_OPTS', value: `-Dstore.password=${SECRET}` }, { name: 'URL', value: AROUND[1] }],
  };
  const spec = { containers: [container, { ...container, name: 'sidecar' }], initContainers: [{ ...container, name: 'first' }] };
  const job = { args: [`--password ${SECRET}`, `--api-key=${SECRET}`], jarURI: `https://user:${SECRET}@repository.example.com/orders.jar` };
  expect(tellers({}, exampleManifest(JSON.stringify({ podTemplate: { spec }, job })))).toEqual([]);
});
