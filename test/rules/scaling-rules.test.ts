import { asRefused } from './as-refused';
import { ManifestSpec } from '../../src/operator/manifest/flink-manifests';
import { OperatorVersion } from '../../src/operator/operator-version';
import { autoscalerStandalone } from '../../src/rules/autoscaler/autoscaler-standalone';
import { autoscalerStateless } from '../../src/rules/autoscaler/autoscaler-stateless';
import { autoscalerWithoutEffect } from '../../src/rules/autoscaler/autoscaler-without-effect';
import { reactiveMode } from '../../src/rules/autoscaler/reactive-mode';
import { shortMetricsWindowOfAutoscaler } from '../../src/rules/autoscaler/short-metrics-window';
import { standaloneJar } from '../../src/rules/pods/standalone-jar';
import { Rule } from '../../src/rules/rule';
import { parallelismOfReplicas } from '../../src/rules/slots/parallelism-of-replicas';
import { someCluster } from '../some-cluster';

const SPEC: ManifestSpec = {
  flinkVersion: 'v1_20',
  image: 'flink:1.20',
  jobManager: { resource: { memory: '1024m', cpu: 1 } },
  taskManager: { resource: { memory: '4096m', cpu: 2 } },
  job: { jarURI: 'local:///opt/flink/usrlib/job.jar', parallelism: 4, upgradeMode: 'savepoint' },
};
const SLOTS = { 'taskmanager.numberOfTaskSlots': '2' };
const ON = { 'job.autoscaler.enabled': 'true', 'jobmanager.scheduler': 'adaptive' };
const ADVICE = { ...ON, 'job.autoscaler.scaling.enabled': 'false' };
const found = (rule: Rule, spec: Partial<ManifestSpec>, settings: Record<string, string> = {}) =>
  asRefused(rule, someCluster({ ...SPEC, ...spec, flinkConfiguration: { ...SLOTS, ...settings } }));
const job = (changes: ManifestSpec['job']) => ({ job: { ...SPEC.job, ...changes } });

describe('autoscaler-stateless', () => {
  test.each(['stateless', undefined])('upgrade mode %s is found', (upgradeMode) => {
    expect(found(autoscalerStateless, job({ upgradeMode }), ON)).toEqual([{
      location: 'spec.job.upgradeMode',
      what: 'the autoscaler upgrades the job, and this upgrade mode drops its state each time',
      got: '"stateless"',
      allowed: '"savepoint" or "last-state"',
      fix: 'take checkpoints and leave upgradeMode out, or use Rescaling.adviceOnly()',
    }]);
  });

  test.each([[{}, ON], [job({ upgradeMode: 'stateless' }), {}], [job({ upgradeMode: 'stateless' }), ADVICE], [{ job: undefined }, ON]])(
    '%j with %j is none', (spec, settings) => expect(found(autoscalerStateless, spec, settings)).toEqual([]));

  test('the first prefix of its options counts too', () => {
    expect(found(autoscalerStateless, job({ upgradeMode: 'stateless' }), { 'kubernetes.operator.job.autoscaler.enabled': 'true' })).toHaveLength(1);
  });
});

describe('autoscaler-standalone', () => {
  test('is found', () => expect(found(autoscalerStandalone, { mode: 'standalone' }, ON)).toEqual([{
    location: 'spec.mode',
    what: 'the autoscaler would deploy a standalone cluster anew for each decision',
    got: '"standalone"',
    allowed: '"native"',
    fix: 'use native mode, or ReactiveScaling in the place of Autoscaler',
  }]));

  test.each([[{}, ON], [{ mode: 'standalone' }, ADVICE], [{ mode: 'standalone' }, {}]])('%j with %j is none', (spec, settings) =>
    expect(found(autoscalerStandalone, spec, settings)).toEqual([]));
});

describe('autoscaler-without-effect', () => {
  const IN_PLACE = 'kubernetes.operator.job.upgrade.inplace-scaling.enabled';
  test.each<[Record<string, string>, string, string, string]>([
    [{ 'job.autoscaler.enabled': 'true' }, 'jobmanager.scheduler', 'nothing', '"adaptive"'],
    [{ ...ON, 'jobmanager.scheduler': 'default' }, 'jobmanager.scheduler', '"default"', '"adaptive"'],
    [{ ...ON, [IN_PLACE]: 'false' }, IN_PLACE, '"false"', '"true"'],
    [{ ...ON, 'job.autoscaler.memory.tuning.enabled': 'true' }, 'job.autoscaler.memory.tuning.enabled', '"true"', '"false"'],
  ])('%j on Flink 2 is found', (settings, key, got, allowed) => {
    expect(found(autoscalerWithoutEffect, { flinkVersion: 'v2_1' }, settings)).toEqual([{
      location: `spec.flinkConfiguration["${key}"]`,
      what: 'on Flink 2 an upgrade forgets what the autoscaler has decided, and this makes each decision an upgrade',
      got,
      allowed,
      fix: 'use Rescaling.inPlace() without memoryTuning, or Flink 1.20',
    }]);
    expect(found(autoscalerWithoutEffect, {}, settings)).toEqual([]);
  });

  test.each<Record<string, string>>([ON, { ...ON, 'jobmanager.scheduler': 'Adaptive' }, { 'job.autoscaler.enabled': 'true', 'job.autoscaler.scaling.enabled': 'false' }, {}])(
    '%j is none', (settings) => expect(found(autoscalerWithoutEffect, { flinkVersion: 'v2_3' }, settings)).toEqual([]));
});

describe('metrics-window', () => {
  const foundIn = (release: OperatorVersion, settings: Record<string, string>) =>
    asRefused(shortMetricsWindowOfAutoscaler, someCluster({ ...SPEC, flinkConfiguration: settings }, release));
  const SHORT = { ...ON, 'job.autoscaler.metrics.window': '30s' };

  test('is found in releases that do not say so themselves', () => {
    expect(foundIn(OperatorVersion.V1_16, SHORT)).toEqual([]);
    expect(foundIn(OperatorVersion.V1_15, SHORT)).toEqual([{
      location: 'spec.flinkConfiguration["job.autoscaler.metrics.window"]',
      what: 'job.autoscaler.metrics.window is shorter than kubernetes.operator.reconcile.interval',
      got: '30000ms',
      allowed: '60000ms and more',
      fix: 'lengthen the window',
    }]);
  });

  test.each([{ 'job.autoscaler.metrics.window': '30s' }, { ...ON, 'job.autoscaler.metrics.window': '60s' }, ON])(
    '%j is none', (settings) => expect(foundIn(OperatorVersion.V1_15, settings)).toEqual([]));
});

describe('reactive-mode', () => {
  const REACTIVE = { 'scheduler-mode': 'Reactive' };
  test.each<[Partial<ManifestSpec>, string]>([
    [{}, 'native application'], [{ mode: 'native', job: undefined }, 'native session cluster'],
    [{ mode: 'standalone', job: undefined }, 'standalone session cluster'],
  ])('%j is found', (spec, where) => expect(found(reactiveMode, spec, REACTIVE)).toEqual([{
    location: 'spec.flinkConfiguration.scheduler-mode',
    what: 'Flink has reactive mode for standalone applications alone',
    got: `"Reactive" in a ${where}`,
    allowed: 'a standalone application',
    fix: 'set mode to ClusterMode.STANDALONE, or use Autoscaler in the place of ReactiveScaling',
  }]));

  test('a standalone application is none', () => expect(found(reactiveMode, { mode: 'standalone' }, REACTIVE)).toEqual([]));
});

describe('parallelism-of-replicas', () => {
  const taskManager = { ...SPEC.taskManager, replicas: 3 };
  test('replicas in native mode are found', () => expect(found(parallelismOfReplicas, { taskManager })).toEqual([{
    location: 'spec.taskManager.replicas',
    what: 'in native mode TaskManager replicas make no TaskManager, but take the place of the job\'s parallelism',
    got: '3',
    allowed: 'nothing',
    fix: 'set parallelism; Flink asks for as many TaskManagers as it needs',
  }]));

  test('a parallelism that they are not is found in standalone mode', () => {
    expect(found(parallelismOfReplicas, { mode: 'standalone', taskManager })).toEqual([{
      location: 'spec.taskManager.replicas',
      what: 'TaskManager replicas take the place of the job\'s parallelism, which is another',
      got: '3 replicas of 2 slots beside parallelism 4',
      allowed: 'parallelism 6, or only one of the two',
      fix: 'leave out spec.job.parallelism, or the replicas',
    }]);
  });

  test('the edits say what runs already', () => {
    const edits = (mode: string, parallelism: number) => parallelismOfReplicas
      .check(someCluster({ ...SPEC, mode, taskManager, ...job({ parallelism }), flinkConfiguration: SLOTS })).flatMap((finding) => finding.edits);
    const [removed, written] = [{ remove: ['spec', 'taskManager', 'replicas'] }, { set: ['spec', 'job', 'parallelism'], value: 6 }];
    expect(edits('native', 4)).toEqual([removed, written]);
    expect(edits('native', 6)).toEqual([removed]);
    expect(edits('standalone', 4)).toEqual([written]);
  });

  test.each<Partial<ManifestSpec>>([
    {}, { taskManager: { ...taskManager, replicas: 0 } }, { taskManager, job: undefined }, { mode: 'standalone', taskManager, ...job({ parallelism: 6 }) },
    { mode: 'standalone', taskManager, ...job({ parallelism: undefined }) },
  ])('%j is none', (spec) => expect(found(parallelismOfReplicas, spec)).toEqual([]));
});

describe('standalone-jar', () => {
  test('an object store is found', () => {
    expect(found(standaloneJar, { mode: 'standalone', ...job({ jarURI: 's3://user:hunter2@jars/job.jar' }) })).toEqual([{
      location: 'spec.job.jarURI',
      what: 'a standalone application reads its jar by Java alone, which knows no such address',
      got: '"s3://…@jars/job.jar"',
      allowed: 'local:, file:, http:, https:',
      fix: 'put the jar into the image, local:///opt/flink/job/…, or use native mode',
    }]);
  });

  test.each<[string, string]>([
    ['native', 's3://jars/job.jar'], ['standalone', 'local:///job.jar'], ['standalone', 'FILE:///job.jar'], ['standalone', 'https://example.com/job.jar'],
  ])('in %s mode %s is none', (mode, jarURI) => expect(found(standaloneJar, { mode, ...job({ jarURI }) })).toEqual([]));
});
