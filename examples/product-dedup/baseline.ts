import { Chart, Duration, Size } from 'cdk8s';
import { PersistentVolumeClaim, ServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import {
  CheckpointingMode, Cpu, FlinkJob, FlinkVersion, PersistentVolumeCheckpointing, RocksDbStateBackend, Throughput, TunedFlinkDeployment,
  Workload,
} from 'cdk8s-flink';

/**
 * The same job as a starting point to measure against, every size by hand and small on purpose: 1024m for both
 * roles, two slots on one CPU, parallelism two, a full checkpoint every 30 s to a volume.
 */
export class Baseline extends Chart {
  public readonly deployment: TunedFlinkDeployment;

  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'flink' });

    this.deployment = new TunedFlinkDeployment(this, 'product-dedup-baseline', {
      image: 'registry.example.com/product-dedup:1.4.0',
      flinkVersion: FlinkVersion.V1_20,
      serviceAccount: ServiceAccount.fromServiceAccountName(this, 'Flink', 'flink'),
      job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/product-dedup.jar', entryClass: 'com.example.ProductDedup' }),
      workload: Workload.deduplication({ throughput: Throughput.of({ recordsPerSecond: 1_000 }) }),
      stateBackend: new RocksDbStateBackend({ incremental: false, bloomFilter: false }),
      checkpointing: PersistentVolumeCheckpointing.onClaim(PersistentVolumeClaim.fromClaimName(this, 'Claim', 'flink-pvc'), {
        interval: Duration.seconds(30),
        timeout: Duration.seconds(600),
        mode: CheckpointingMode.EXACTLY_ONCE,
        retained: 2,
      }),
      jobManager: { cpu: Cpu.cores(1), memory: Size.mebibytes(1024) },
      taskManager: { cpu: Cpu.cores(1), memory: Size.mebibytes(1024), taskSlots: 2 },
      parallelism: 2,
    });
  }
}
