import { ApiObject, ApiObjectProps, App, Chart, Duration, Size } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import {
  FlinkJob, FlinkVersion, PrometheusReporter, RocksDbStateBackend, S3Checkpointing, Throughput, TunedFlinkDeployment, Workload,
} from 'cdk8s-flink';

/** A resource as it is written. */
export interface Manifest extends ApiObjectProps {
  readonly spec?: any;
}

/** The tuned deployment of `examples/product-dedup`, under a name of its own. */
export function addTuned(chart: Chart, name: string): void {
  new TunedFlinkDeployment(chart, name, {
    image: 'registry.example.com/product-dedup:1.4.0',
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

/** The same resources as somebody would write them who knows every value already. */
export function addRaw(chart: Chart, name: string, manifests: Manifest[]): void {
  for (const manifest of manifests) {
    new ApiObject(chart, `${name}-${manifest.kind}`, manifest);
  }
}

/** What `addTuned` writes for one name, read back from its YAML: JSON text in which `ORIGINAL` stands for the name. */
export function rawTemplate(): string {
  const app = new App();
  addTuned(new Chart(app, 'chart', { namespace: NAMESPACE }), ORIGINAL);
  return JSON.stringify(parseAllDocuments(app.synthYaml(), { version: '1.1' }).map((document) => document.toJS()));
}

/** The resources of each name; what is made once for the namespace comes with the first. */
export function manifestsNamed(names: string[], template: string): Map<string, Manifest[]> {
  return new Map(names.map((name, index) => {
    const all: Manifest[] = JSON.parse(template.replaceAll(ORIGINAL, name));
    return [name, all.filter(({ kind }) => index === 0 || kind === 'FlinkDeployment')];
  }));
}

const ORIGINAL = 'the-one-name-to-replace';
export const NAMESPACE = 'flink';
