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

/**
 * A function that writes the resources out as literals, as a program without this library has them in its
 * source; what is made once for the namespace comes with the first name.
 */
export function literals(template: string): (name: string, isFirst: boolean) => Manifest[] {
  const [shared, own] = [true, false].map((once) => JSON.stringify((JSON.parse(template) as Manifest[])
    .filter(({ kind }) => (kind !== 'FlinkDeployment') === once)).replaceAll(`"${ORIGINAL}"`, 'name'));
  return new Function('name', 'isFirst', `return isFirst ? [...${shared}, ...${own}] : ${own};`) as (name: string, isFirst: boolean) => Manifest[];
}

const ORIGINAL = 'the-one-name-to-replace';
export const NAMESPACE = 'flink';
