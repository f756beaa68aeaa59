import { App, Chart, JsonPatch, Testing } from 'cdk8s';
import { Cpu, FlinkDefaults, FlinkJob, FlinkRules, FindingLevel, TunedFlinkDeployment, TunedFlinkDeploymentProps, UpgradeMode } from '../../src';
import { refusalOf, says } from '../refusals';
import { SOUND } from './sample-deployment';

const RETAINED = { 'execution.checkpointing.num-retained': '1' };

let told: string[] = [];
beforeEach(() => {
  told = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told.push(String(text));
    return true;
  });
});
afterEach(() => jest.restoreAllMocks());

function chart(): Chart {
  return new Chart(new App(), 'dedup', { namespace: 'flink' });
}

const deployment = (scope: Chart, more: Partial<TunedFlinkDeploymentProps> = {}) => new TunedFlinkDeployment(scope, 'product-dedup', { ...SOUND, ...more });
const annotations = (scope: Chart) => Testing.synth(scope).find(({ kind }) => kind === 'FlinkDeployment').metadata.annotations;

test('an error that is acknowledged above lets the construct be made, and its reason is written into the resource', () => {
  const scope = chart();
  FlinkRules.of(scope).acknowledge({ id: 'few-retained-checkpoints', reason: 'the job is replayed from Kafka', until: '2999-12-31' });
  deployment(scope, { flinkConfiguration: RETAINED });
  expect(annotations(scope)).toEqual({ 'acknowledge.cdk8s-flink/few-retained-checkpoints': 'the job is replayed from Kafka; until 2999-12-31' });
  expect(FlinkRules.of(scope).findings).toEqual([{
    id: 'few-retained-checkpoints',
    severity: expect.any(String),
    constructPath: 'dedup/product-dedup',
    where: 'spec.flinkConfiguration["execution.checkpointing.num-retained"]',
    message: 'only the last checkpoint is kept, with nothing behind it to go back to: "1"',
    fix: expect.any(String),
    acknowledged: 'the job is replayed from Kafka',
  }]);
  expect(told).toEqual([]);
});

test.each([
  ['elsewhere in the tree', (scope: Chart) => FlinkRules.of(new Chart(scope.node.root as App, 'other')).acknowledge({ id: 'few-retained-checkpoints', reason: 'fine there' })],
  ['for another place in the resource', (scope: Chart) => FlinkRules.of(scope).acknowledge({ id: 'few-retained-checkpoints', reason: 'fine there', where: 'spec.job' })],
  ['until yesterday', (scope: Chart) => FlinkRules.of(scope).acknowledge({ id: 'few-retained-checkpoints', reason: 'fine then', until: '2020-01-01' })],
  ['too late', () => undefined],
])('an acknowledgement %s does not', (_, acknowledge) => {
  const scope = chart();
  acknowledge(scope);
  expect(refusalOf(() => deployment(scope, { flinkConfiguration: RETAINED })).code).toBe('few-retained-checkpoints');
});

test('one that silences nothing, or is over, is told once', () => {
  const scope = chart();
  FlinkRules.of(scope).acknowledge({ id: 'few-retained-checkpoints', reason: 'nobody needs it' })
    .acknowledge({ id: 'jvm-memory-flag', reason: 'it was needed then', until: '2020-01-01' });
  deployment(scope);
  Testing.synth(scope);
  (scope.node.root as App).synthYaml();
  expect(told).toEqual([
    'warning: the acknowledgement of few-retained-checkpoints silences nothing below [vain-acknowledgement]\n  fix      remove it\n  at       dedup\n',
    'warning: the acknowledgement of jvm-memory-flag is over since 2020-01-01 [expired-acknowledgement]\n  fix      mend the finding, or decide again and say until when\n  at       dedup\n',
  ]);
});

test('a finding of the plan is told once, however often cdk8s validates, and not when somebody lives with it', () => {
  const slow: Partial<TunedFlinkDeploymentProps> = { parallelism: 1 };
  const loud = chart();
  const [finding] = deployment(loud, slow).findings;
  Testing.synth(loud);
  Testing.synth(loud);
  expect(told).toEqual([`warning: ${finding.message} [${finding.code}]\n  fix      ${finding.fix}\n  at       dedup/product-dedup\n`]);

  told = [];
  const quiet = chart();
  FlinkRules.of(deployment(quiet, slow)).acknowledge({ id: finding.code, reason: 'a test runs with less' });
  Testing.synth(quiet);
  expect(told).toEqual([]);
  expect(FlinkRules.of(quiet).findings).toContainEqual({
    id: finding.code, severity: 'warning', constructPath: 'dedup/product-dedup', message: finding.message, fix: finding.fix, acknowledged: 'a test runs with less',
  });
});

test('a level makes a rule an error or silences it', () => {
  const scope = chart();
  FlinkDefaults.of(scope).apply({ findingLevels: { 'parallelism-too-low': FindingLevel.OFF } });
  deployment(scope, { parallelism: 1 });
  Testing.synth(scope);
  expect(told).toEqual([]);
});

test('a patch is looked at with what is acknowledged after it', () => {
  const scope = chart();
  const made = deployment(scope);
  const replace = JsonPatch.replace('/spec/flinkConfiguration/execution.checkpointing.num-retained', '1');
  made.addJsonPatch(replace);
  expect(() => Testing.synth(scope)).toThrow('[few-retained-checkpoints]');
  FlinkRules.of(made).acknowledge({ id: 'few-retained-checkpoints', reason: 'the job is replayed from Kafka' });
  expect(annotations(scope)).toMatchObject({ 'acknowledge.cdk8s-flink/few-retained-checkpoints': 'the job is replayed from Kafka' });
});

test('a reason is asked for', () => {
  expect(refusalOf(() => FlinkRules.of(chart()).acknowledge({ id: 'jvm-memory-flag', reason: '' })).message).toBe(says(
    'jvm-memory-flag is acknowledged without a reason [acknowledgement]', '""', 'why this finding is no problem here',
    'say it in a few words, for whoever reads the manifest next', 'dedup'));
});

const job = (upgradeMode: UpgradeMode) => FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/orders.jar', upgradeMode });

test.each<[string, Partial<TunedFlinkDeploymentProps>]>([
  ['stateless-upgrade', { job: job(UpgradeMode.STATELESS) }],
  ['last-state-without-high-availability', { job: job(UpgradeMode.LAST_STATE) }],
  ['floating-tag', { image: 'flink:1.20' }],
])('what the plan and a rule both know is told once, in the words of the constructs: %s', (id, props) => {
  const loud = chart();
  const { findings } = deployment(loud, props);
  const [{ message }] = findings.filter(({ code }) => code === id);
  Testing.synth(loud);
  expect(told.filter((text) => text.includes(`[${id}]`))).toEqual([expect.stringContaining(message)]);
  expect(FlinkRules.of(loud).findings.filter((each) => each.id === id)).toHaveLength(1);
  // Later stages see the resource alone.
  told = [];
  const quiet = chart();
  FlinkRules.of(quiet).acknowledge({ id, reason: 'it is a trial' });
  deployment(quiet, props);
  expect(annotations(quiet)).toEqual({ [`acknowledge.cdk8s-flink/${id}`]: 'it is a trial' });
  expect(told.filter((text) => text.includes(`[${id}]`))).toEqual([]);
});

test('what works, and could be better, is a finding and not told', () => {
  const scope = chart();
  deployment(scope, { jobManager: { cpu: Cpu.millis(250) } });
  Testing.synth(scope);
  expect(FlinkRules.of(scope).findings.map(({ id, severity }) => [id, severity])).toEqual([['throttled-job-manager', 'info']]);
  expect(told).toEqual([]);
});
