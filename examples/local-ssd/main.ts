import { App, Chart, Duration, Size } from 'cdk8s';
import { TaintEffect } from 'cdk8s-plus-28';
import {
  Cpu, FlinkJob, FlinkVersion, LocalDisk, NodeAffinity, PrometheusReporter, RocksDbCompression, RocksDbMetric, RocksDbStateBackend, S3Checkpointing,
  Throughput, Toleration, TunedFlinkDeployment, Workload,
} from 'cdk8s-flink';

/** RocksDB on the local SSDs of the nodes, for a working set that no cache holds. */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/local-ssd' });
const chart = new Chart(app, 'local-ssd', { namespace: 'flink' });

new TunedFlinkDeployment(chart, 'customer-profiles', {
  image: 'registry.example.com/customer-profiles:3.4.0',
  flinkVersion: FlinkVersion.V1_20,
  job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/customer-profiles.jar' }),
  workload: Workload.unboundedAggregation({
    throughput: Throughput.of({ recordsPerSecond: 40_000, averageRecordBytes: 600 }),
    expectedState: Size.gibibytes(400),
    recoveryTimeObjective: Duration.minutes(15),
    sourcePartitions: 64,
  }),
  checkpointing: new S3Checkpointing({ bucket: 'flink-state' }),
  stateBackend: new RocksDbStateBackend({
    // A class of the local static provisioner: a claim binds to a disk of the node that the pod comes to.
    disk: LocalDisk.localSsd({ storageClassName: 'local-nvme' }),
    // What was read lately is read again soon: a little less for writes leaves more of the cache.
    memory: { writeBufferRatio: 0.4 },
    blockSize: Size.kibibytes(16),
    compressionPerLevel: [RocksDbCompression.NONE, RocksDbCompression.NONE, RocksDbCompression.LZ4],
    restore: { ingestFiles: true, deleteFilesInRange: true },
    // Hits and misses become calibration.cacheHitRate; the other two tell whether the disk keeps up.
    nativeMetrics: [
      RocksDbMetric.BLOCK_CACHE_HIT, RocksDbMetric.BLOCK_CACHE_MISS,
      RocksDbMetric.ESTIMATED_PENDING_COMPACTION_BYTES, RocksDbMetric.STALL_MICROSECONDS,
    ],
  }),
  metricReporters: [new PrometheusReporter()],
  // The nodes that have these disks, and nothing else runs on them.
  taskManager: {
    cpu: Cpu.cores(2),
    pods: { nodeAffinity: [NodeAffinity.required('cfk-cr', ['flink'])], tolerations: [Toleration.equal('dedicated', 'flink', TaintEffect.NO_SCHEDULE)] },
  },
});

app.synth();
