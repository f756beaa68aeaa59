import { asRefused } from './as-refused';
import { ManifestSpec, PodTemplate } from '../../src/operator/manifest/flink-manifests';
import { checkpointsDeletedOnCancellation } from '../../src/rules/checkpoints/checkpoints-deleted-on-cancellation';
import { fileSystemPlugin } from '../../src/rules/storage/file-system-plugin';
import { snapshotsInThePod } from '../../src/rules/storage/snapshots-in-the-pod';
import { deploymentOf } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { someCluster } from '../some-cluster';
import { CheckpointRetention, FlinkJob, S3Checkpointing, UpgradeMode } from 'cdk8s-flink';

const SPEC: ManifestSpec = {
  flinkVersion: 'v1_20',
  image: 'registry.example.com/some-job:1',
  jobManager: { resource: { memory: '1024m', cpu: 1 } },
  taskManager: { resource: { memory: '4096m', cpu: 2 } },
  job: { parallelism: 4, upgradeMode: 'savepoint' },
};
const cluster = (changes: Partial<ManifestSpec>) => someCluster({ ...SPEC, ...changes });
const at = (key: string) => `spec.flinkConfiguration["${key}"]`;

describe('checkpoints-deleted-on-cancellation', () => {
  const KEY = 'execution.checkpointing.externalized-checkpoint-retention';
  const found = (retention: string, upgradeMode?: string) => asRefused(checkpointsDeletedOnCancellation,
    cluster({ flinkConfiguration: { [KEY]: retention }, job: { parallelism: 4, upgradeMode } }));

  test.each(['DELETE_ON_CANCELLATION', 'delete_on_cancellation', 'NO_EXTERNALIZED_CHECKPOINTS'])('%s is found with any upgrade that has state', (retention) => {
    for (const upgradeMode of ['savepoint', 'last-state']) {
      expect(found(retention, upgradeMode)).toEqual([{
        location: at(KEY),
        what: 'an upgrade of this job may have to cancel it, and its checkpoints would go with it',
        got: `"${retention}" with upgradeMode ${upgradeMode}`,
        allowed: 'RETAIN_ON_CANCELLATION, or a job that is upgraded stateless',
        fix: 'leave retention out; old checkpoints are removed by a rule of the store that spares those of running jobs',
      }]);
    }
  });

  test('is none for a stateless upgrade, nor where they stay', () => {
    expect(found('DELETE_ON_CANCELLATION', 'stateless')).toEqual([]);
    expect(found('DELETE_ON_CANCELLATION')).toEqual([]);
    expect(found('RETAIN_ON_CANCELLATION', 'savepoint')).toEqual([]);
    expect(asRefused(checkpointsDeletedOnCancellation, cluster({}))).toEqual([]);
  });

  test('holds for the property too', () => {
    const checkpointing = new S3Checkpointing({ bucket: 'flink-state', retention: CheckpointRetention.DELETE_ON_CANCELLATION });
    expect(refusalOf(() => deploymentOf({ checkpointing })).code).toBe('checkpoints-deleted-on-cancellation');
    const uri = 'local:///opt/flink/job/some-job.jar';
    expect(() => deploymentOf({ checkpointing, job: FlinkJob.jar({ uri, upgradeMode: UpgradeMode.STATELESS }) })).not.toThrow();
  });
});

describe('snapshots-in-the-pod', () => {
  const KEY = 'execution.checkpointing.dir';
  const mounting = (source: object | undefined, mountPath = '/flink-data', name = 'data'): PodTemplate => ({
    spec: { containers: [{ name: 'flink-main-container', volumeMounts: [{ name, mountPath }] }], volumes: source === undefined ? [] : [{ name, ...source }] },
  });
  const CLAIM = { persistentVolumeClaim: { claimName: 'shared' } };
  const found = (directory: string, changes: Partial<ManifestSpec> = {}, settings: Record<string, string> = {}) =>
    asRefused(snapshotsInThePod, cluster({ flinkConfiguration: { [KEY]: directory, ...settings }, ...changes }));
  const roles = (jobManager: PodTemplate | undefined, taskManager: PodTemplate | undefined) => ({
    jobManager: { ...SPEC.jobManager, podTemplate: jobManager }, taskManager: { ...SPEC.taskManager, podTemplate: taskManager },
  });

  test.each(['file:///flink-data/checkpoints', 'file:/flink-data', '/flink-data/checkpoints', ' FILE:///flink-data '])('"%s" without any volume is found', (directory) => {
    expect(found(directory)).toEqual([{
      location: at(KEY),
      what: 'this directory lies in each pod by itself, not on a volume that JobManager and TaskManagers share',
      got: `"${directory.trim()}"`,
      allowed: 'a directory in an object store, or on one persistent volume that both roles mount',
      fix: 'use PersistentVolumeCheckpointing, S3Checkpointing, GcsCheckpointing, AzureBlobCheckpointing or OssCheckpointing',
    }]);
  });

  test('is found for savepoints too, by the older spelling', () => {
    expect(found('s3://flink-state/c', {}, { 'state.savepoints.dir': 'file:///tmp' })).toMatchObject([{ location: at('execution.checkpointing.savepoint-dir') }]);
  });

  test.each([{ emptyDir: {} }, { ephemeral: {} }, { hostPath: { path: '/data' } }, { configMap: {} }, undefined])('a volume that passes away is found: %j', (source) => {
    expect(found('file:///flink-data/checkpoints', { podTemplate: mounting(source) })).toHaveLength(1);
  });

  test('a directory of the node is called one', () => {
    expect(found('file:///flink-data/checkpoints', { podTemplate: mounting({ hostPath: { path: '/data' } }) }).map(({ what }) => what))
      .toEqual(['this directory lies on the node of each pod, and pods of another node do not share it']);
  });

  test.each<[string, Partial<ManifestSpec>]>([
    ['on one role alone', roles(mounting(CLAIM), undefined)],
    ['on the other role alone', roles(undefined, mounting(CLAIM))],
    ['another claim on each role', roles(mounting(CLAIM), mounting({ persistentVolumeClaim: { claimName: 'other' } }))],
    ['at another path', { podTemplate: mounting(CLAIM, '/flink-dat') }],
    ['with an emptyDir inside', {
      podTemplate: {
        spec: {
          containers: [{ name: 'flink-main-container', volumeMounts: [{ name: 'data', mountPath: '/' }, { name: 'inner', mountPath: '/flink-data' }] }],
          volumes: [{ name: 'data', ...CLAIM }, { name: 'inner', emptyDir: {} }],
        },
      },
    }],
  ])('a claim %s is found', (_, changes) => expect(found('file:///flink-data/checkpoints', changes)).toHaveLength(1));

  test.each<[string, Partial<ManifestSpec>]>([
    ['of the common template', { podTemplate: mounting(CLAIM) }],
    ['of each role, by another name', roles(mounting(CLAIM, '/flink-data/', 'one'), mounting(CLAIM, '/flink-data', 'two'))],
    ['above it', { podTemplate: mounting({ nfs: { server: 'nfs', path: '/' } }, '/') }],
  ])('a shared volume %s is none', (_, changes) => expect(found('file:///flink-data/checkpoints', changes)).toEqual([]));

  test('another scheme is none, said or assumed', () => {
    expect(found('s3://flink-state/checkpoints')).toEqual([]);
    expect(found('/checkpoints', {}, { 'fs.default-scheme': 'hdfs://namenode:8020' })).toEqual([]);
    expect(asRefused(snapshotsInThePod, cluster({}))).toEqual([]);
  });

  test('a raw directory is refused by the deployment', () => {
    const raw = { flinkConfiguration: { [KEY]: 'file:///tmp/checkpoints' } };
    expect(refusalOf(() => deploymentOf(raw)).message).toBe(says(
      'this directory lies in each pod by itself, not on a volume that JobManager and TaskManagers share [snapshots-in-the-pod]',
      `"file:///tmp/checkpoints", in ${at(KEY)}`, 'a directory in an object store, or on one persistent volume that both roles mount',
      'use PersistentVolumeCheckpointing, S3Checkpointing, GcsCheckpointing, AzureBlobCheckpointing or OssCheckpointing', 'chart/some-job'));
  });
});

describe('file-system-plugin', () => {
  const enabling = (value: string): PodTemplate => ({ spec: { containers: [{ name: 'flink-main-container', env: [{ name: 'ENABLE_BUILT_IN_PLUGINS', value }] }] } });
  const found = (image: string, directory: string, changes: Partial<ManifestSpec> = {}, settings: Record<string, string> = {}) =>
    asRefused(fileSystemPlugin, cluster({ image, flinkConfiguration: { 'execution.checkpointing.dir': directory, ...settings }, ...changes }));
  const finding = (role: string, got: string, scheme = 's3', jars = 'flink-s3-fs-presto, flink-s3-fs-hadoop, flink-s3-fs-native') => ({
    location: `spec.${role}.podTemplate`,
    what: `no plugin of this image is enabled that knows ${scheme}:`,
    got,
    allowed: `one of ${jars}, of Flink 1.20.5`,
    fix: 'use the checkpointing of the store, which enables it on both roles, instead of a raw directory',
  });

  test('nothing enabled is found on both roles', () => {
    const nothing = 'no ENABLE_BUILT_IN_PLUGINS';
    expect(found('flink:1.20.5-java17', 's3://b/c')).toEqual([finding('jobManager', nothing), finding('taskManager', nothing)]);
    expect(found('flink:1.20.5', 'gs://b/c')).toEqual(['jobManager', 'taskManager'].map((role) => finding(role, nothing, 'gs', 'flink-gs-fs-hadoop')));
  });

  test.each<[string, string, string]>([
    ['of another patch', 's3://b/c', 'flink-s3-fs-presto-1.20.3.jar'], ['of another store', 's3://b/c', 'flink-gs-fs-hadoop-1.20.5.jar'],
    ['that does not know the scheme', 's3a://b/c', 'flink-s3-fs-presto-1.20.5.jar'],
    ['whose name only starts alike', 'oss://b/c', 'flink-oss-fs-hadoop-1.20.5.jar.bak'],
  ])('a jar %s is found', (_, directory, jar) => {
    expect(found('flink:1.20.5', directory, { podTemplate: enabling(jar) })).toMatchObject([{ got: `ENABLE_BUILT_IN_PLUGINS ${jar}` }, {}]);
  });

  test('one role alone is found', () => {
    const jobManager = { ...SPEC.jobManager, podTemplate: enabling('flink-s3-fs-presto-1.20.5.jar') };
    expect(found('flink:1.20.5', 's3://b/c', { jobManager })).toEqual([finding('taskManager', 'no ENABLE_BUILT_IN_PLUGINS')]);
  });

  test.each<[string, string, string]>([
    ['flink:1.20.5', 's3://b/c', 'x.jar;flink-s3-fs-hadoop-1.20.5.jar'], ['flink:1.20', 's3://b/c', 'flink-s3-fs-presto-1.20.3.jar'],
    ['apache/flink:1.20.5', 'abfss://c@a.dfs.core.windows.net/c', 'flink-azure-fs-hadoop-1.20.5.jar'],
    ['flink:1.20.5', 'WASBS://c@a.blob.core.windows.net/c', 'flink-azure-fs-hadoop-1.20.5.jar'],
  ])('%s with %s and %s is none', (image, directory, jars) => expect(found(image, directory, { podTemplate: enabling(jars) })).toEqual([]));

  test('is none where the image is not official, the scheme not ours, or the plugin comes another way', () => {
    expect(found('registry.example.com/some-job:1', 's3://b/c')).toEqual([]);
    expect(found('flink:1.20.5', 'hdfs://namenode/c')).toEqual([]);
    const mounted: PodTemplate = { spec: { containers: [{ name: 'flink-main-container', volumeMounts: [{ name: 'p', mountPath: '/opt/flink/plugins/s3' }] }] } };
    expect(found('flink:1.20.5', 's3://b/c', { podTemplate: mounted })).toEqual([]);
    const jar = 'flink-s3-fs-presto-1.20.5.jar';
    const options = { 'containerized.master.env.ENABLE_BUILT_IN_PLUGINS': jar, 'containerized.taskmanager.env.ENABLE_BUILT_IN_PLUGINS': jar };
    expect(found('flink:1.20.5', 's3://b/c', {}, options)).toEqual([]);
  });
});
