import { applyEdits } from './apply-edits';
import { exampleManifest, exampleTwin } from './example-manifest';
import { yamlDocuments } from '../../src/operator/manifest/yaml-text';
import { ResourceTwin } from '../../src/operator/resource-twin';
import { ALL_RULES } from '../../src/rules/all-rules';
import { ENGINE_RULES } from '../../src/rules/engine-rules';
import { Judged, judged } from '../../src/rules/judge';
import { REFUSAL_PACK } from '../../src/rules/refusal-pack';
import { Pack, RuleText } from '../../src/rules/rule';

const RULES: readonly RuleText[] = [...ALL_RULES, ...ENGINE_RULES];
const WITH_EXAMPLES = RULES.filter(({ fires }) => fires !== '').map((rule) => [rule.id, rule] as const);
const JUDGING = { packs: Object.values(Pack), today: '2026-11-22' };

const findingsIn = (rule: Pick<RuleText, 'operator'>, manifest: unknown): Judged[] => judged(exampleTwin(rule, manifest), JUDGING).findings;
const idsOf = (findings: readonly Judged[]) => [...new Set(findings.map(({ rule: { id } }) => id))].sort();
const same = (one: Judged) => (other: Judged) => one.rule.id === other.rule.id && one.what === other.what && String(one.path) === String(other.path);

test('no rule has anything to say about the sound deployment', () => {
  const sound = exampleManifest('{}');
  const { admission, failures } = exampleTwin({}, sound);
  expect({ admission, failures }).toEqual({ admission: 'admitted', failures: [] });
  expect(findingsIn({}, sound).map(({ rule: { id }, what }) => `${id}: ${what}`)).toEqual([]);
});

test.each(WITH_EXAMPLES)('%s finds the example that it shows', (id, rule) => {
  const findings = findingsIn(rule, exampleManifest(rule.fires));
  expect(idsOf(findings)).toEqual(expect.arrayContaining([id]));
  expect(idsOf(findings)).not.toContain('rule-failed');
  for (const { what, got, allowed, fix, becomes = '' } of findings) {
    // What a construct would be told is not for whoever wrote YAML.
    expect([what, got, allowed, fix, becomes].join('\n')).not.toMatch(/\bconstruct\b|\bcalibration\.|\bnew [A-Z]\w+\(|\.from[A-Z]\w+\(/);
  }
});

test.each(WITH_EXAMPLES)('%s passes the example made good, which nobody refuses', (id, rule) => {
  const findings = findingsIn(rule, exampleManifest(rule.passes));
  expect(idsOf(findings.filter((each) => each.rule.id === id || each.rule.pack === Pack.REFUSED))).toEqual([]);
});

test.each(WITH_EXAMPLES)('what %s would edit mends what it found', (id, rule) => {
  const manifest = exampleManifest(rule.fires);
  const editable = findingsIn(rule, manifest).filter((finding) => finding.rule.id === id && finding.edits.length > 0);
  const left = editable.filter((finding) => findingsIn(rule, applyEdits(manifest, finding.edits)).some(same(finding)));
  expect(left.map(({ what }) => what)).toEqual([]);
});

test.each(REFUSAL_PACK.map((rule) => [rule.id, rule] as const))('what %s would edit changes nothing of what runs', (id, rule) => {
  const manifest = exampleManifest(rule.fires);
  for (const { edits } of findingsIn(rule, manifest).filter((finding) => finding.rule.id === id && finding.edits.length > 0)) {
    expect(whatRuns(exampleTwin(rule, applyEdits(manifest, edits)))).toEqual(whatRuns(exampleTwin(rule, manifest)));
  }
});

function whatRuns({ cluster }: ResourceTwin) {
  const { jobManager, taskManager, slot, rocksDb, parallelism, taskManagers, pods } = cluster!;
  return { jobManager, taskManager, slot, rocksDb, parallelism, taskManagers, pods };
}

test.each(RULES.map((rule) => [rule.id, rule] as const))('%s says what it is', (id, { title, why, fix, source, severity, pack, fires, passes }) => {
  expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect([severity, pack]).not.toContain(undefined);
  for (const text of [title, why, fix]) {
    expect(text).toMatch(/^(?!\s)[^]{4,}[^.\s]$/);
    expect(text).not.toMatch(/[^A-Z`"/.]\b(constructs?|props?)\b/);
    expect(startsLow(text)).toBe(true);
  }
  expect(source).toMatch(/[^.\s]$/);
  [fires, passes].filter((example) => example !== '').forEach((example) => expect(yamlDocuments(example)).toHaveLength(1));
});

/** Or with a name, a key or an acronym, which have their own case: `RocksDB`, `TLS`, `TaskManager`, `Flink`. */
function startsLow(text: string): boolean {
  const [first] = text.split(/[\s,:;]/);
  return /^[^A-Z]/.test(first) || /^.+[A-Z]/.test(first) || NAMES.includes(first.replace(/'s$/, ''));
}

const NAMES = ['Flink', 'Kubernetes', 'Java', 'ConfigMaps', 'Kafka', 'Prometheus', 'Docker', 'Hadoop', 'Python', 'Secret', 'Secrets'];

test('each rule has an id of its own', () => {
  const ids = RULES.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
