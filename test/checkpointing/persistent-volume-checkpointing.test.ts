import { Chart, Size, Testing } from 'cdk8s';
import { PersistentVolumeClaim } from 'cdk8s-plus-28';
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

test.each(['flink-data', '/flink-data/', '/', '', 'file:///flink-data', '/flink data'])('mount path %j is refused', (mountPath) => {
  expect(refusalOf(() => bind(PersistentVolumeCheckpointing.onNewClaim({ storage: Size.gibibytes(1), mountPath }))).message).toBe(says(
    'mountPath of PersistentVolumeCheckpointing is not an absolute path [volume-mount-path]', `"${mountPath}"`,
    'a path that starts with a slash and does not end with one, without a scheme', 'leave mountPath out for /flink-data',
  ));
});
