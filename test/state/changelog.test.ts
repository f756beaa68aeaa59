import { Duration, Size } from 'cdk8s';
import { bindAlone, LINES, settingsOf, strangersTo } from './option-settings';
import { deploymentOf } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { Checkpointing, FlinkVersion, HashMapStateBackend, RocksDbStateBackend, StateBackend, Throughput, Workload } from 'cdk8s-flink';

const LOG = {
  'state.changelog.enabled': 'true',
  'state.changelog.storage': 'filesystem',
  'state.changelog.dstl.dfs.base-path': 's3://state/checkpoints/changelog',
  'execution.state-recovery.claim-mode': 'CLAIM',
};

test.each<StateBackend>([new RocksDbStateBackend({ changelog: {} }), new HashMapStateBackend({ changelog: {} })])(
  'the log of %p lies beside the checkpoints, and savepoints become the job\'s own', (backend) => {
    const config = bindAlone(backend);
    expect(settingsOf(config)).toMatchObject(LOG);
    expect(config.findings).toMatchObject([{ code: 'state-changelog' }]);
  });

test.each(LINES)('%s knows the log by the keys that are written', (flinkVersion) =>
  expect(strangersTo(flinkVersion, bindAlone(new HashMapStateBackend({ changelog: {} }), { flinkVersion }))).toEqual([]));

test('Flink 1.19 has other keys', () => {
  const stateBackend = new RocksDbStateBackend({ changelog: { uploadTimeout: Duration.seconds(3) }, latencyTracking: {} });
  expect(deploymentOf({ stateBackend, flinkVersion: FlinkVersion.V1_19 }).toJson().spec.flinkConfiguration).toMatchObject({
    'state.backend.changelog.enabled': 'true',
    'state.backend.changelog.storage': 'filesystem',
    'dstl.dfs.base-path': 's3://flink-state/some-job/checkpoints/changelog',
    'dstl.dfs.upload.timeout': '3s',
    'execution.savepoint-restore-mode': 'CLAIM',
    'state.backend.latency-track.keyed-state-enabled': 'true',
  });
});

test('a deployment tells what it costs', () => {
  const deployment = deploymentOf({ stateBackend: new RocksDbStateBackend({ changelog: {} }) });
  expect(deployment.explain()).toContain('the changelog is experimental in Flink up to 2.3');
  expect(deployment.toJson().spec.flinkConfiguration).toMatchObject({ 'state.changelog.dstl.dfs.base-path': 's3://flink-state/some-job/checkpoints/changelog' });
});

const STATELESS = {
  workload: Workload.statelessTransformation({ throughput: Throughput.of({ recordsPerSecond: 100, averageRecordBytes: 100 }) }),
  checkpointing: Checkpointing.disabled({ reason: 'nothing to lose' }),
};

test.each<[string, StateBackend]>([
  ['changelog', new HashMapStateBackend({ changelog: {} })], ['localRecovery', new HashMapStateBackend({ localRecovery: true })],
])('%s without checkpoints is refused', (property, stateBackend) =>
  expect(refusalOf(() => deploymentOf({ ...STATELESS, stateBackend })).movedTo(undefined).message).toBe(says(
    `${property} of HashMapStateBackend is about checkpoints, and there are none [state-option-without-checkpoints]`,
    `${property} with Checkpointing.disabled`, 'checkpoints, or a backend without it', `leave ${property} out, or store checkpoints`,
  )));

test('what it does not go together with is refused, raw too', () => {
  const stateBackend = new RocksDbStateBackend({ changelog: {} });
  expect(refusalOf(() => deploymentOf({ stateBackend, flinkConfiguration: { 'execution.checkpointing.max-concurrent-checkpoints': '2' } })).code)
    .toBe('changelog-limits');
  expect(refusalOf(() => deploymentOf({ flinkConfiguration: { 'state.changelog.enabled': 'true' } })).code).toBe('changelog-limits');
});

test('less in flight than what waits for each other is refused', () => {
  const backend = new RocksDbStateBackend({ changelog: { maxInFlight: Size.mebibytes(9) } });
  expect(refusalOf(() => bindAlone(backend)).message).toBe(says(
    'changelog.maxInFlight of RocksDbStateBackend is not a value that works [state-backend-option]', '9 MiB', '10 MiB and more',
    'leave changelog.maxInFlight out, or use a value from these',
  ));
});
