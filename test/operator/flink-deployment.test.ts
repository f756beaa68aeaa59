import { Chart, JsonPatch, Testing } from 'cdk8s';
import { FlinkDeployment, FlinkVersion, UpgradeMode } from 'cdk8s-flink';

let chart: Chart;
beforeEach(() => { chart = new Chart(Testing.app(), 'test'); });
const deployment = () => new FlinkDeployment(chart, 'job', {
  metadata: { name: 'some-job' },
  spec: {
    flinkVersion: FlinkVersion.V1_20.operatorName,
    flinkConfiguration: { 'some.key': 'x' },
    job: { jarUri: 'local:///opt/flink/usrlib/some.jar', parallelism: 2, upgradeMode: UpgradeMode.LAST_STATE },
  },
});

test('is written field by field, jarUri as jarURI, and nothing is added', () => {
  deployment();
  expect(Testing.synth(chart)).toEqual([{
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name: 'some-job' },
    spec: {
      flinkVersion: 'v1_20',
      flinkConfiguration: { 'some.key': 'x' },
      job: { jarURI: 'local:///opt/flink/usrlib/some.jar', parallelism: 2, upgradeMode: 'last-state' },
    },
  }]);
});

test('a session cluster has no job, and a job without a jar no jarURI', () => {
  new FlinkDeployment(chart, 'session', { spec: { flinkVersion: 'v1_20' } });
  new FlinkDeployment(chart, 'python', { spec: { flinkVersion: 'v1_20', job: { args: ['-py', 'job.py'] } } });
  expect(Testing.synth(chart).map(({ spec }) => spec)).toEqual([{ flinkVersion: 'v1_20' }, { flinkVersion: 'v1_20', job: { args: ['-py', 'job.py'] } }]);
});

test('patches take Kubernetes\' own names, and a field that nobody knows survives', () => {
  deployment().addJsonPatch(
    JsonPatch.replace('/spec/job/jarURI', 'local:///other.jar'),
    JsonPatch.add('/spec/job/fieldOfTomorrow', { deep: [1] }),
    JsonPatch.add('/spec/mode', 'standalone'),
  );
  expect(Testing.synth(chart)[0].spec).toMatchObject({
    mode: 'standalone', job: { jarURI: 'local:///other.jar', fieldOfTomorrow: { deep: [1] }, parallelism: 2 },
  });
});
