import { App, Chart, Size, Testing } from 'cdk8s';
import {
  FlinkJob, FlinkVersion, RocksDbStateBackend, S3Checkpointing, Throughput, TunedFlinkDeployment, TunedFlinkDeploymentProps, Workload,
} from 'cdk8s-flink';

export const throughput = Throughput.of({ recordsPerSecond: 20_000, averageRecordBytes: 512 });

/** A deployment that works; a case changes what it is about. */
export const SOUND: TunedFlinkDeploymentProps = {
  image: 'registry.example.com/some-job:1.4.0',
  flinkVersion: FlinkVersion.V1_20,
  job: FlinkJob.jar({ uri: 'local:///opt/flink/job/some-job.jar' }),
  workload: Workload.deduplication({ throughput, expectedState: Size.gibibytes(40), sourcePartitions: 24 }),
  stateBackend: new RocksDbStateBackend(),
  checkpointing: new S3Checkpointing({ bucket: 'flink-state' }),
};

/** One chart of a fresh app, so that no name is taken. */
export function freshChart(app: App = Testing.app()): Chart {
  return new Chart(app, 'chart', { namespace: 'flink' });
}

export function deploymentOf(changes: Partial<TunedFlinkDeploymentProps> = {}, chart = freshChart(), id = 'some-job'): TunedFlinkDeployment {
  return new TunedFlinkDeployment(chart, id, { ...SOUND, ...changes });
}

/** The resources that the chart emits, of one kind. */
export function emitted(chart: Chart, kind: string): any[] {
  return Testing.synth(chart).filter((resource) => resource.kind === kind);
}
