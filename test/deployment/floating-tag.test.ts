import { deploymentOf, freshChart, SOUND } from './sample-deployment';
import { Checkpointing, FlinkVersion, Throughput, TunedFlinkSession, Workload } from 'cdk8s-flink';

const codes = (image: string) => deploymentOf({ image }).findings.map(({ code }) => code);

test.each(['flink', 'flink:latest', 'flink:1.20', 'apache/flink:1.20-java17', 'mirror.example.com/library/flink:1.20'])('%s moves to another patch', (image) => {
  expect(codes(image)).toEqual(['floating-tag']);
});

test.each(['flink:1.20.5', 'flink:1.20.4-java17', 'flink:1.20@sha256:0a', 'registry.example.com/flink-jobs:latest', 'team/flink:1.20'])('%s does not', (image) => {
  expect(codes(image)).toEqual([]);
});

test('it is told with the plugin that would be missing, of a session too', () => {
  const [{ message, fix }] = deploymentOf({ image: 'flink:1.20' }).findings;
  expect(message).toBe('image "flink:1.20" moves to the next patch of Flink, which has no flink-s3-fs-presto-1.20.5.jar: its pods would not start any more');
  expect(fix).toBe('write the patch in the tag, for example flink:1.20.5, and move it by an upgrade');
  const { checkpointing, workload } = SOUND;
  const session = new TunedFlinkSession(freshChart(), 'session', { image: 'flink:1.20', flinkVersion: FlinkVersion.V1_20, checkpointing, hosts: [{ workload }] });
  expect(session.findings.map(({ code }) => code)).toContain('floating-tag');
});

test('without a plugin any patch will do', () => {
  const workload = Workload.statelessTransformation({ throughput: Throughput.of({ recordsPerSecond: 10 }) });
  const checkpointing = Checkpointing.disabled({ reason: 'no state' });
  expect(deploymentOf({ image: 'flink:1.20', workload, checkpointing, stateBackend: undefined }).findings).toEqual([]);
});
