import { Chart, Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import {
  FlinkJob, FlinkVersion, PrometheusReporter, RocksDbStateBackend, S3Checkpointing, Throughput, TunedFlinkDeployment, Workload,
} from 'cdk8s-flink';

/** Product updates, deduplicated by key: sized from a peak of 5,000 a second, twelve partitions and 4 GiB of keys. */
export class Tuned extends Chart {
  public readonly deployment: TunedFlinkDeployment;

  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'flink' });

    this.deployment = new TunedFlinkDeployment(this, 'product-dedup', {
      image: 'registry.example.com/product-dedup:1.4.0',
      // The image is built on flink:1.20.5; for another patch write FlinkVersion.of('1.20.4').
      flinkVersion: FlinkVersion.V1_20,
      job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/product-dedup.jar', entryClass: 'com.example.ProductDedup' }),
      workload: Workload.deduplication({
        throughput: Throughput.of({ recordsPerSecond: 5_000, averageRecordBytes: 512 }),
        expectedState: Size.gibibytes(4),
        latencyObjective: Duration.seconds(1),
        sourcePartitions: 12,
      }),
      stateBackend: new RocksDbStateBackend(),
      checkpointing: new S3Checkpointing({ bucket: 'flink-state', prefix: 'product-dedup' }),
      metricReporters: [new PrometheusReporter()],
    });
  }
}
