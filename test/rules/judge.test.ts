import { OperatorVersion } from '../../src/operator/operator-version';
import { resourceTwins } from '../../src/operator/resource-twin';
import { acknowledgementAnnotation, checkedAcknowledgement } from '../../src/rules/acknowledging';
import { ALL_RULES } from '../../src/rules/all-rules';
import { judged, Judged } from '../../src/rules/judge';
import { Pack, Rule } from '../../src/rules/rule';
import { runRules } from '../../src/rules/run-rules';
import { readManifests } from '../operator/manifest/read-text';
import { refusalOf, says } from '../refusals';

const INSTALLED = { release: OperatorVersion.V1_16, defaults: new Map<string, string>() };
const TODAY = '2026-11-22';

function text(kind: string, spec: string, { name = 'orders', annotations = '{}' } = {}): string {
  return `apiVersion: flink.apache.org/v1beta1\nkind: ${kind}\nmetadata: { name: ${name}, annotations: ${annotations} }\nspec:\n${spec.replace(/^/gm, '  ')}\n`;
}

const SESSION = `image: registry.example.com/flink:1.20.4
flinkVersion: v1_20
serviceAccount: flink
jobManager: { resource: { cpu: 1, memory: 2048m } }
taskManager: { resource: { cpu: 2, memory: 4096m } }
`;
const TYPO = `${SESSION}flinkConfiguration: { state.checkpoints.interval: 60s }`;
const application = (more: string) => `${SESSION}job: { jarURI: local:///opt/flink/usrlib/a.jar, parallelism: 1 }\n${more}`;

const twins = (...texts: string[]) => resourceTwins(readManifests(texts.join('---\n'), INSTALLED.release).manifests, INSTALLED);
const verdict = (one: string) => judged(twins(one)[0], { packs: [Pack.PRODUCTION], today: TODAY });
const ids = (findings: Judged[]) => findings.map(({ rule: { id } }) => id);
const about = (findings: Judged[], ...wanted: string[]) => findings.filter(({ rule: { id } }) => wanted.includes(id));

test('a finding is complete: rule, place, numbers and fix', () => {
  expect(about(verdict(text('FlinkDeployment', TYPO)).findings, 'unknown-option')).toMatchObject([{
    rule: { id: 'unknown-option', pack: 'production', severity: 'error' },
    path: ['spec', 'flinkConfiguration', 'state.checkpoints.interval'],
    what: 'neither Flink nor the operator has an option state.checkpoints.interval, and would pass over it',
    edits: expect.any(Array),
  }]);
});

test('what the operator and Flink refuse comes in whatever packs are asked for, and by its place', () => {
  const spec = application('flinkConfiguration: { taskmanager.memory.process.size: 100m, kubernetes.cluster-id: x }').replace('4096m', '100m');
  const { findings } = judged(twins(text('FlinkDeployment', spec))[0], { packs: [], today: TODAY });
  expect(findings.map(({ rule: { id, pack }, path }) => [id, pack, path.join('/')])).toEqual([
    ['forbidden-key', 'refused', 'spec/flinkConfiguration/kubernetes.cluster-id'],
    ['process-memory-too-small', 'refused', 'spec/taskManager/resource/memory'],
  ]);
});

describe('an acknowledgement', () => {
  const annotated = (annotations: string) => verdict(text('FlinkDeployment', TYPO, { annotations: `{ acknowledge.cdk8s-flink/unknown-option: "${annotations}" }` }));

  test('silences a finding, and is told with it', () => {
    const { findings, acknowledged } = annotated('our own reader takes it');
    expect(ids(findings)).not.toContain('unknown-option');
    expect(acknowledged).toMatchObject([{ finding: { rule: { id: 'unknown-option' } }, by: { reason: 'our own reader takes it' } }]);
  });

  test.each([
    ['where it is about', 'our reader; where spec.flinkConfiguration', 0],
    ['not elsewhere', 'our reader; where spec.job', 1],
    ['on its last day', `our reader; until ${TODAY}`, 0],
    ['not after it', 'our reader; until 2026-11-21', 1],
    ['whatever else the reason holds', `our reader; where${' '.repeat(20_000)};`, 0],
    ['with both', 'our reader; where spec.flinkConfiguration["state.checkpoints.interval"]; until 2027-01-01', 0],
  ])('silences %s', (_, words, count) => expect(about(annotated(words.replace(/"/g, '\\"')).findings, 'unknown-option')).toHaveLength(count));

  test.each([
    ['our reader; until 2026-11-21', 'expired-acknowledgement', 'the acknowledgement of unknown-option is over: until 2026-11-21'],
    ['our reader; where spec.job', 'vain-acknowledgement', 'there is nothing of unknown-option to acknowledge: an acknowledgement'],
    ['', 'broken-acknowledgement', 'unknown-option is acknowledged without a reason: ""'],
    ['our reader; until tomorrow', 'broken-acknowledgement', 'unknown-option is acknowledged until a day that is none: "tomorrow"'],
  ])('"%s" is a finding itself', (words, id, message) => {
    expect(about(annotated(words).findings, id).map(({ path, what, got }) => [path.join(' '), `${what}: ${got}`]))
      .toEqual([['metadata annotations acknowledge.cdk8s-flink/unknown-option', message]]);
  });

  test('of what no rule is, and of what is refused, is vain', () => {
    const annotations = '{ acknowledge.cdk8s-flink/unknown-optoin: not me, acknowledge.cdk8s-flink/forbidden-key: we know better }';
    const { findings } = verdict(text('FlinkDeployment', `${SESSION}flinkConfiguration: { kubernetes.cluster-id: x }`, { annotations }));
    expect(about(findings, 'vain-acknowledgement').map(({ what }) => what)).toEqual([
      'forbidden-key cannot be acknowledged: it is refused, whatever one thinks of it', 'unknown-optoin is no rule',
    ]);
    expect(ids(findings)).toContain('forbidden-key');
  });

  test('becomes the annotation that it is read from', () => {
    const acknowledgement = { id: 'unknown-option', reason: 'our own reader; it is old', where: 'spec.flinkConfiguration', until: '2027-03-31' };
    const [key, value] = acknowledgementAnnotation(acknowledgement);
    expect([key, value]).toEqual(['acknowledge.cdk8s-flink/unknown-option', 'our own reader; it is old; where spec.flinkConfiguration; until 2027-03-31']);
    const { acknowledged } = verdict(text('FlinkDeployment', TYPO, { annotations: JSON.stringify({ [key]: value }) }));
    expect(acknowledged.map(({ by }) => by)).toEqual([acknowledgement]);
  });

  test.each([['', '2027-01-01'], ['-', undefined], [' ', undefined]])('%j is no reason', (reason, until) => {
    expect(refusalOf(() => checkedAcknowledgement({ id: 'a-rule', reason, until })).message).toBe(says(
      'a-rule is acknowledged without a reason [acknowledgement]', JSON.stringify(reason), 'why this finding is no problem here',
      'say it in a few words, for whoever reads the manifest next'));
  });

  test.each(['2027-02-30', '2027-1-1', 'soon'])('%s is no day', (until) => {
    expect(refusalOf(() => checkedAcknowledgement({ id: 'a-rule', reason: 'known', until })).message).toBe(says(
      'a-rule is acknowledged until a day that is none [acknowledgement]', `"${until}"`, 'a day as 2027-03-31', 'write year, month and day, or leave it out'));
  });
});

test('a rule that throws is a finding about itself, and the others are heard', () => {
  const broken: Rule = { ...ALL_RULES[0] as Rule, id: 'broken-one', check: () => { throw new TypeError('s3.secret-key is hunter2'); } };
  const found = runRules(twins(text('FlinkDeployment', TYPO))[0], [broken, ...ALL_RULES]);
  expect(found.find(({ rule: { id } }) => id === 'rule-failed')!.finding).toMatchObject({
    what: 'the rule broken-one failed, and what it looks for is not known', got: 'TypeError',
  });
  expect(found.map(({ rule: { id } }) => id)).toContain('unknown-option');
  expect(JSON.stringify(found)).not.toContain('hunter2');
});

test('a rule that needs what Flink could not make says nothing', () => {
  const spec = application('').replace('4096m', '100m');
  expect(ids(verdict(text('FlinkDeployment', spec)).findings)).not.toContain('rule-failed');
});

describe('a session job', () => {
  const job = text('FlinkSessionJob', `deploymentName: some-session
job: { jarURI: https://repo.example.com/a.jar, parallelism: 2 }
flinkConfiguration: { state.checkpoints.interval: 60s }`, { name: 'counts' });
  const found = (...texts: string[]) =>
    judged(twins(...texts)[0], { packs: [Pack.PRODUCTION], today: TODAY }).findings.filter(({ rule }) => rule.pack !== Pack.REFUSED);

  test('without its session is judged by what it writes itself', () => {
    const findings = found(job);
    expect(ids(findings)).toContain('unknown-option');
    expect(findings.every(({ path }) => path.join('/').startsWith('spec/flinkConfiguration/state.checkpoints.interval') || path[1] === 'job')).toBe(true);
  });

  test('has nothing said about it that is said about its session', () => {
    const both = [job.replace(/\n {2}flinkConfiguration.*/, ''), text('FlinkDeployment', TYPO, { name: 'some-session' })];
    expect(ids(found(...both))).not.toContain('unknown-option');
    expect(ids(found(both[1], both[0]))).toContain('unknown-option');
  });
});

test('a blue/green deployment is judged once, where its template stands', () => {
  const spec = `template:\n  spec:\n${application('flinkConfiguration: { state.checkpoints.interval: 60s }').replace(/^/gm, '    ')}`;
  expect(about(verdict(text('FlinkBlueGreenDeployment', spec)).findings, 'unknown-option').map(({ path }) => path.join('/')))
    .toEqual(['spec/template/spec/flinkConfiguration/state.checkpoints.interval']);
});

test('the order is that of weight, place and rule, however the options are ordered', () => {
  const keys = ['state.checkpoints.interval: 60s', 's3.secret-key: hunter2', 'env.java.opts.all: -Xmx1g', 'metrics.reporter.prom.port: "9249"'];
  const findings = (all: string[]) => verdict(text('FlinkDeployment', `${SESSION}flinkConfiguration: { ${all.join(', ')} }`)).findings;
  expect(findings([...keys].reverse())).toEqual(findings(keys));
  expect(JSON.stringify(findings(keys))).not.toContain('hunter2');
});
