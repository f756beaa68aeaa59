import { App, Chart, Size } from 'cdk8s';
import fc from 'fast-check';
import { flinkOptions } from '../../../src/flink/options/option-catalogue';
import { valueDialect } from '../../../src/flink/options/value-dialect';
import { valueProblem } from '../../../src/flink/options/value-problem';
import { refusalIn } from '../../../src/refusal';
import { possibleFacts, workloadOf } from '../arbitrary-workload';
import { Cpu, DiskKind, FlinkJob, FlinkVersion, S3Checkpointing, TunedFlinkDeployment } from 'cdk8s-flink';

const LINES = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3];

/** Settings of deployments for any workload, as the resource has them. */
const configurationOf = (flinkVersion: FlinkVersion, facts: Parameters<typeof workloadOf>[0]): Record<string, string> => {
  const chart = new Chart(new App(), 'chart');
  let made: TunedFlinkDeployment | undefined;
  refusalIn(() => {
    made = new TunedFlinkDeployment(chart, 'some-job', {
      image: 'registry.example.com/some-job:1',
      flinkVersion,
      job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/some-job.jar' }),
      workload: workloadOf(facts),
      checkpointing: new S3Checkpointing({ bucket: 'flink-state' }),
      nodeShape: { cpu: Cpu.cores(64), memory: Size.gibibytes(256), diskKind: DiskKind.LOCAL_SSD },
    });
  });
  return made?.toJson().spec.flinkConfiguration ?? {};
};

test.each(LINES)('%s knows every option that a deployment of any workload sets, and reads its value', (flinkVersion) => {
  const seen = new Map<string, Set<string>>();
  fc.assert(fc.property(possibleFacts, (facts) => {
    Object.entries(configurationOf(flinkVersion, facts)).forEach(([key, value]) => seen.set(key, (seen.get(key) ?? new Set()).add(value)));
  }), { numRuns: 300 });
  const catalogue = flinkOptions(flinkVersion);
  const strange = [...seen].filter(([key]) => !['option', 'older-spelling'].includes(catalogue.find(key).is)).map(([key]) => key);
  // Options of SQL and of the operator have catalogues of their own, or none.
  expect(strange.filter((key) => !/^(table|kubernetes\.operator)\./.test(key))).toEqual([]);
  const dialect = valueDialect(flinkVersion);
  const unreadable = [...seen].flatMap(([key, values]) =>
    [...values].filter((value) => valueProblem(catalogue, key, value, dialect) !== undefined).map((value) => `${key}: ${value}`));
  expect(unreadable).toEqual([]);
  expect(seen.size).toBeGreaterThan(20);
});
