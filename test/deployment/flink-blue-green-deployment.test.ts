import { Chart, Duration, JsonPatch, Size } from 'cdk8s';
import { deploymentOf, emitted, freshChart, SOUND } from './sample-deployment';
import { refusalOf, says } from '../refusals';
import {
  FlinkBlueGreenDeployment, FlinkBlueGreenDeploymentProps, FlinkDisruptionBudget, FlinkIngress, FlinkRole, OperatorVersion,
  PersistentVolumeCheckpointing, PrometheusReporter,
} from 'cdk8s-flink';

let chart: Chart;
beforeEach(() => { chart = freshChart(); });
const blueGreenOf = (changes: Partial<FlinkBlueGreenDeploymentProps> = {}, id = 'some-job') =>
  new FlinkBlueGreenDeployment(chart, id, { ...SOUND, ...changes });

test('the template is the deployment that the same properties make', () => {
  blueGreenOf();
  const [{ spec }] = emitted(chart, 'FlinkBlueGreenDeployment');
  const other = freshChart();
  deploymentOf({}, other);
  expect(spec).toEqual({ template: { spec: emitted(other, 'FlinkDeployment')[0].spec } });
});

test('times of a transition stand in its own configuration', () => {
  blueGreenOf({ abortGracePeriod: Duration.minutes(20), deletionDelay: Duration.millis(0), reconciliationInterval: Duration.seconds(30) });
  expect(emitted(chart, 'FlinkBlueGreenDeployment')[0].spec.configuration).toEqual({
    'kubernetes.operator.bluegreen.abort.grace-period': '20min',
    'kubernetes.operator.bluegreen.deployment-deletion.delay': '0ms',
    'kubernetes.operator.bluegreen.reconciliation.reschedule-interval': '30s',
  });
});

test('explain tells what either colour is', () => {
  expect(blueGreenOf().explain()).toMatch(/^some-job: deduplication on Flink 1.20\n/);
});

test('a new claim is made once, for both colours', () => {
  blueGreenOf({ checkpointing: PersistentVolumeCheckpointing.onNewClaim({ storage: Size.gibibytes(10) }) });
  expect(emitted(chart, 'PersistentVolumeClaim').map(({ metadata }) => metadata.name)).toEqual(['some-job-state']);
});

test('a name of 39 characters leaves room for the colours; one more does not', () => {
  expect(() => blueGreenOf({}, 'a'.repeat(39))).not.toThrow();
  // Longer than even a FlinkDeployment may be, it is told the bound of its own kind.
  expect(refusalOf(() => blueGreenOf({}, 'a'.repeat(50))).code).toBe('blue-green-name');
  const name = 'b'.repeat(40);
  expect(refusalOf(() => blueGreenOf({}, name)).message).toBe(says(
    'the name leaves no room for the colours [blue-green-name]', `"${name}", 40 characters`, 'up to 39 characters', 'shorten metadata.name', `chart/${name}`,
  ));
});

test('the names of the colours are taken too', () => {
  blueGreenOf();
  expect(refusalOf(() => deploymentOf({}, chart, 'some-job-blue')).message).toContain('two FlinkDeployments of one name in one namespace');
});

test('releases before 1.14 do not have the kind', () => {
  expect(refusalOf(() => blueGreenOf({ operatorVersion: OperatorVersion.V1_13 })).message).toBe(says(
    'operator 1.13 does not have the kind FlinkBlueGreenDeployment [kind-not-in-release]', 'FlinkBlueGreenDeployment', 'operator 1.14 and newer',
    'move to operator 1.14, and say so in operatorVersion', 'chart/some-job',
  ));
});

test('a time that is too short is refused', () => {
  expect(refusalOf(() => blueGreenOf({ abortGracePeriod: Duration.millis(10) })).message).toBe(says(
    'abortGracePeriod of a blue/green deployment is no time that the operator waits [blue-green-time]', '10 ms', '1000 ms and more, in whole milliseconds', 'leave abortGracePeriod out', 'chart/some-job',
  ));
});

test.each([
  ['/spec/template/spec/job', undefined, 'the operator stops at a blue/green deployment without a job [blue-green-job]'],
  ['/spec/template/spec/ingress', { template: 'https://flink.example.com' }, 'the colour is written before this ingress template [blue-green-ingress]'],
  ['/spec/template/spec/serviceAccount', undefined, 'service-account'],
  ['/spec/template/spec/colour', 'red', 'a FlinkBlueGreenDeployment has no such field, and Kubernetes would drop it without a word [unknown-field]'],
])('a patch at %s is looked at', (path, value, message) => {
  const deployment = blueGreenOf();
  deployment.addJsonPatch(value === undefined ? JsonPatch.remove(path) : JsonPatch.add(path, value));
  expect(deployment.node.validate()).toEqual([expect.stringContaining(message)]);
});

test('an ingress points to the active colour, and stands outside of the template', () => {
  blueGreenOf({ ingress: FlinkIngress.host({ host: '{{name}}.flink.example.com', authenticated: true }) });
  const [{ spec }] = emitted(chart, 'FlinkBlueGreenDeployment');
  expect(spec.ingress).toEqual({ template: '{{name}}.flink.example.com' });
  expect(spec.template.spec.ingress).toBeUndefined();
});

test('what is built on a cluster is built on either colour', () => {
  const { blue, green } = blueGreenOf({ metricReporters: [new PrometheusReporter()] });
  expect([blue.name, green.name, green.mode]).toEqual(['some-job-blue', 'some-job-green', 'native']);
  expect(blue.network).toMatchObject({ restPort: 8081, taskManagerPorts: [9249] });
  new FlinkDisruptionBudget(chart, 'Budget', { cluster: green, role: FlinkRole.TASK_MANAGER, minAvailable: 1 });
  expect(emitted(chart, 'PodDisruptionBudget')[0].spec.selector.matchLabels).toMatchObject({ app: 'some-job-green', component: 'taskmanager' });
});
