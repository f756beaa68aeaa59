import { Chart, Size, Testing } from 'cdk8s';
import { PersistentVolumeAccessMode, PersistentVolumeClaim } from 'cdk8s-plus-28';
import { refusalOf, says } from '../refusals';
import { CONTEXT } from '../strategy-context';
import { PersistentVolumeCheckpointing } from 'cdk8s-flink';

let chart: Chart;
beforeEach(() => { chart = new Chart(Testing.app(), 'test'); });
const bind = (checkpointing: PersistentVolumeCheckpointing) => checkpointing.bind(CONTEXT);

test('on a claim that exists: nothing is made, both roles mount it', () => {
  const claim = PersistentVolumeClaim.fromClaimName(chart, 'Claim', 'shared-state');
  expect(bind(PersistentVolumeCheckpointing.onClaim(claim))).toEqual({
    directories: { checkpoints: 'file:///flink-data/checkpoints', savepoints: 'file:///flink-data/savepoints', highAvailability: 'file:///flink-data/ha' },
    pods: {
      volumes: [{ name: 'flink-state', mountPath: '/flink-data', source: { persistentVolumeClaim: { claimName: 'shared-state' } } }],
      fileSystemGroup: 9999,
    },
  });
});

test('on a new claim: it is asked for under the name of the deployment', () => {
  const config = bind(PersistentVolumeCheckpointing.onNewClaim({ storage: Size.gibibytes(50), storageClassName: 'shared', mountPath: '/data/flink' }));
  expect(config.directories).toEqual({ checkpoints: 'file:///data/flink/checkpoints', savepoints: 'file:///data/flink/savepoints', highAvailability: 'file:///data/flink/ha' });
  expect(config.pods!.volumes).toEqual([
    { name: 'flink-state', mountPath: '/data/flink', source: { persistentVolumeClaim: { claimName: 'some-job-state' } } },
  ]);
  expect(config.pods!.newClaims).toEqual([{ name: 'some-job-state', storage: Size.gibibytes(50), storageClassName: 'shared' }]);
});

test('several deployments share a claim, each below a path of its own', () => {
  const claim = PersistentVolumeClaim.fromClaimName(chart, 'Claim', 'shared-state');
  expect(bind(PersistentVolumeCheckpointing.onClaim(claim, { prefix: 'team/job' })).directories).toEqual({
    checkpoints: 'file:///flink-data/team/job/checkpoints', savepoints: 'file:///flink-data/team/job/savepoints', highAvailability: 'file:///flink-data/team/job/ha',
  });
  expect(refusalOf(() => bind(PersistentVolumeCheckpointing.onClaim(claim, { prefix: '/job' }))).message).toBe(says(
    'prefix of PersistentVolumeCheckpointing has the wrong form [storage-property]', '"/job"',
    'a path without scheme and without a slash at either end, for example "team/product-dedup"',
    'leave out the scheme and everything that belongs to another property; the library puts them together',
  ));
});

test.each(['flink-data', '/flink-data/', '/', '', 'file:///flink-data', '/flink data'])('mount path %j is refused', (mountPath) => {
  expect(refusalOf(() => bind(PersistentVolumeCheckpointing.onNewClaim({ storage: Size.gibibytes(1), mountPath }))).message).toBe(says(
    'mountPath of PersistentVolumeCheckpointing is not an absolute path [volume-mount-path]', `"${mountPath}"`,
    'a path that starts with a slash and does not end with one, without a scheme', 'leave mountPath out for /flink-data',
  ));
});

const { READ_WRITE_ONCE, READ_WRITE_ONCE_POD, READ_ONLY_MANY, READ_WRITE_MANY } = PersistentVolumeAccessMode;
test.each([[[READ_WRITE_ONCE]], [[READ_WRITE_ONCE_POD, READ_ONLY_MANY]]])(
  'a claim of the app with %j is refused', (modes) => {
    const claim = new PersistentVolumeClaim(chart, 'Claim', { metadata: { name: 'state' }, accessModes: modes });
    expect(refusalOf(() => PersistentVolumeCheckpointing.onClaim(claim)).message).toBe(says(
      'JobManager and TaskManagers on several nodes cannot share this claim [volume-access-mode]', `state with ${modes.join(', ')}`,
      'ReadWriteMany among its access modes',
      'add PersistentVolumeAccessMode.READ_WRITE_MANY; where all pods share one node, name the claim by PersistentVolumeClaim.fromClaimName',
    ));
  },
);

test('a claim of the app that allows many writers is taken', () => {
  const claim = new PersistentVolumeClaim(chart, 'Claim', { metadata: { name: 'state' }, accessModes: [READ_WRITE_MANY] });
  expect(bind(PersistentVolumeCheckpointing.onClaim(claim)).pods!.volumes![0].source).toEqual({ persistentVolumeClaim: { claimName: 'state' } });
});
