import { App, Chart, Size } from 'cdk8s';
import { FlinkJob, FlinkRuleFinding, FlinkRules, FlinkVersion, HashMapStateBackend, S3Checkpointing, Throughput, TunedFlinkDeployment, Workload } from 'cdk8s-flink';

/** A job that keeps a single checkpoint on purpose, and says so where the next reader will look. */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/rules' });
const chart = new Chart(app, 'rules', { namespace: 'flink' });

FlinkRules.of(chart).acknowledge({
  id: 'few-retained-checkpoints',
  reason: 'the topic holds seven days, and the job is read again from its start',
  where: 'spec.flinkConfiguration',
  until: '2099-12-31',
});

new TunedFlinkDeployment(chart, 'click-totals', {
  image: 'registry.example.com/click-totals:2.3.0',
  flinkVersion: FlinkVersion.V2_2,
  job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/click-totals.jar', entryClass: 'com.example.ClickTotals' }),
  workload: Workload.windowedAggregation({
    throughput: Throughput.of({ recordsPerSecond: 5_000, averageRecordBytes: 300 }),
    expectedState: Size.gibibytes(1),
    sourcePartitions: 12,
  }),
  stateBackend: new HashMapStateBackend(),
  checkpointing: new S3Checkpointing({ bucket: 'flink-state', prefix: 'click-totals' }),
  flinkConfiguration: { 'execution.checkpointing.num-retained': '1' },
});

// For a test of your own: nothing is wrong but what somebody lives with.
const unexpected = FlinkRules.of(app).findings.filter(({ acknowledged }: FlinkRuleFinding) => acknowledged === undefined);
unexpected.forEach(({ constructPath, id, message }) => console.error(`${constructPath}: ${message} [${id}]`));

app.synth();
