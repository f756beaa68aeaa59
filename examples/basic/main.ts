import { App, Chart, Size } from 'cdk8s';
import { ServiceAccount } from 'cdk8s-plus-28';
import { Checkpointing, Cpu, FlinkJob, FlinkVersion, OperatorVersion, Throughput, TunedFlinkDeployment, Workload } from 'cdk8s-flink';

/**
 * Flink's own StateMachineExample, sized by hand: 1 CPU and 2048m for both roles, two slots, parallelism two.
 * It generates its own events and may start from nothing, so it takes no checkpoints; for that reason its
 * workload is said to have no state worth keeping.
 */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/basic' });
const chart = new Chart(app, 'basic', { namespace: 'flink' });

new TunedFlinkDeployment(chart, 'basic-example', {
  image: 'flink:1.20',
  flinkVersion: FlinkVersion.V1_20,
  operatorVersion: OperatorVersion.V1_15,
  // The operator's Helm chart has made this account in the namespace.
  serviceAccount: ServiceAccount.fromServiceAccountName(chart, 'Flink', 'flink'),
  job: FlinkJob.jar({ uri: 'local:///opt/flink/examples/streaming/StateMachineExample.jar' }),
  workload: Workload.statelessTransformation({ throughput: Throughput.of({ recordsPerSecond: 1_000, averageRecordBytes: 100 }) }),
  checkpointing: Checkpointing.disabled({ reason: 'a demonstration on generated events; nothing is lost when it starts anew' }),
  jobManager: { cpu: Cpu.cores(1), memory: Size.mebibytes(2048) },
  taskManager: { cpu: Cpu.cores(1), memory: Size.mebibytes(2048), taskSlots: 2 },
  parallelism: 2,
});

app.synth();
