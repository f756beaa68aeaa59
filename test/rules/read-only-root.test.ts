import { asRefused } from './as-refused';
import { flinkOptions } from '../../src/flink/options/option-catalogue';
import { ManifestSpec } from '../../src/operator/manifest/flink-manifests';
import { readOnlyRoot } from '../../src/rules/pods/read-only-root';
import { someCluster } from '../some-cluster';
import { FlinkVersion } from 'cdk8s-flink';

const emptyDir = { emptyDir: {} };
const ROOM: Record<string, object> = { '/tmp': emptyDir, '/opt/flink/log': emptyDir };

function found(settings: Record<string, string>, mounts = ROOM, container: object = {}, more: ManifestSpec = {}) {
  const entries = Object.entries(mounts);
  const podTemplate = {
    spec: {
      containers: [{
        name: 'flink-main-container',
        securityContext: { readOnlyRootFilesystem: true },
        volumeMounts: entries.map(([mountPath], index) => ({ name: `v${index}`, mountPath })),
        ...container,
      }],
      volumes: entries.map(([, source], index) => ({ name: `v${index}`, ...source })),
    },
  };
  return asRefused(readOnlyRoot, someCluster({
    flinkVersion: 'v1_20',
    image: 'flink:1.20',
    jobManager: { resource: { memory: '1024m', cpu: 1 } },
    taskManager: { resource: { memory: '4096m', cpu: 2 } },
    job: { parallelism: 4, jarURI: 'local:///job.jar' },
    flinkConfiguration: settings,
    podTemplate,
    ...more,
  }));
}
const said = (findings: ReturnType<typeof found>) => findings.map(({ location, what, got }) => `${location}: ${what.split(' ')[3].replace(',', '')} for ${got}`);

test('a container with room for what it writes has no finding', () => expect(found({})).toEqual([]));

test('a container that may write anywhere has none either', () => expect(found({}, {}, { securityContext: {} })).toEqual([]));

test('what Flink\'s scripts write is asked for in both roles', () => {
  const [ofJobManager, , ofTaskManager] = found({}, {});
  // Flink mounts a volume for artifacts by itself.
  expect(ofJobManager.allowed).toBe('below /opt/flink/artifacts');
  expect(ofTaskManager).toEqual({
    location: 'spec.taskManager.podTemplate',
    what: 'Flink writes to /tmp, and the root filesystem of its container is read only',
    got: 'process ids and temporary files',
    allowed: 'nothing: no volume can be written to',
    fix: 'mount a volume there, or let the setting lie below one of these',
  });
  expect(said(found({}, {}))).toEqual([
    'spec.jobManager.podTemplate: /tmp for process ids and temporary files', 'spec.jobManager.podTemplate: /opt/flink/log for log files',
    'spec.taskManager.podTemplate: /tmp for process ids and temporary files', 'spec.taskManager.podTemplate: /opt/flink/log for log files',
  ]);
});

test('a plugin is linked into a folder of its own', () => {
  const env = [{ name: 'ENABLE_BUILT_IN_PLUGINS', value: 'flink-s3-fs-presto-1.20.4.jar;other.jar' }];
  expect(said(found({}, { ...ROOM, '/opt/flink/plugins/other': emptyDir }, { env }))).toEqual(['jobManager', 'taskManager'].map((role) =>
    `spec.${role}.podTemplate: /opt/flink/plugins/flink-s3-fs-presto-1.20.4 for plugin flink-s3-fs-presto-1.20.4.jar`));
  expect(found({}, { ...ROOM, '/opt/flink/plugins': emptyDir }, { env })).toEqual([]);
});

test.each([[{ configMap: { name: 'x' } }], [{ secret: { secretName: 'x' } }], [{ projected: {} }], [{ downwardAPI: {} }]])('a volume of %p is no room', (source) => {
  expect(said(found({}, { '/tmp': emptyDir, '/opt/flink/log': source }))).toHaveLength(2);
});

test('neither is a mount that is read only', () => {
  const volumeMounts = [{ name: 'v0', mountPath: '/tmp', readOnly: true }, { name: 'v1', mountPath: '/opt/flink/log' }];
  expect(said(found({}, ROOM, { volumeMounts }))).toEqual(['jobManager', 'taskManager'].map((role) => `spec.${role}.podTemplate: /tmp for process ids and temporary files`));
});

test.each<[Record<string, string>, string[]]>([
  [{ 'io.tmp.dirs': '/tmp/a,/data' }, ['jobManager.podTemplate: /data for io.tmp.dirs', 'taskManager.podTemplate: /data for io.tmp.dirs']],
  [{ 'io.tmp.dirs': '/data|/more:/tmp' }, ['jobManager.podTemplate: /data for io.tmp.dirs', 'jobManager.podTemplate: /more for io.tmp.dirs', 'taskManager.podTemplate: /data for io.tmp.dirs', 'taskManager.podTemplate: /more for io.tmp.dirs']],
  [{ 'state.backend.rocksdb.localdir': '/disk/' }, ['taskManager.podTemplate: /disk for state.backend.rocksdb.localdir']],
  [{ 'web.upload.dir': '/uploads' }, ['jobManager.podTemplate: /uploads for web.upload.dir']],
  [{ 'state.checkpoints.dir': 'file:///data/c' }, ['jobManager.podTemplate: /data/c for execution.checkpointing.dir', 'taskManager.podTemplate: /data/c for execution.checkpointing.dir']],
  [{ 'high-availability.storageDir': 'file:/ha' }, ['jobManager.podTemplate: /ha for high-availability.storageDir', 'taskManager.podTemplate: /ha for high-availability.storageDir']],
  [{ 'execution.checkpointing.dir': 's3://bucket/tmp', 'env.log.dir': '/tmp/logs' }, []],
  [{ 'kubernetes.flink.log.dir': '/logs' }, ['jobManager.podTemplate: /logs for log files', 'taskManager.podTemplate: /logs for log files']],
  [{ 'io.tmp.dirs': '/tmpfiles' }, ['jobManager.podTemplate: /tmpfiles for io.tmp.dirs', 'taskManager.podTemplate: /tmpfiles for io.tmp.dirs']],
])('%p', (settings, expected) => expect(said(found(settings))).toEqual(expected.map((text) => `spec.${text}`)));

test('standalone TaskManagers are looked at too', () => {
  expect(said(found({ 'state.backend.rocksdb.localdir': '/disk' }, ROOM, {}, { mode: 'standalone' }))).toEqual(['spec.taskManager.podTemplate: /disk for state.backend.rocksdb.localdir']);
});

test.each([
  'io.tmp.dirs', 'process.working-dir', 'blob.storage.directory', 'env.pid.dir', 'env.log.dir', 'execution.checkpointing.dir', 'execution.checkpointing.savepoint-dir',
  'high-availability.storageDir', 'process.jobmanager.working-dir', 'web.tmpdir', 'web.upload.dir', 'process.taskmanager.working-dir',
  'state.backend.rocksdb.localdir', 'state.backend.forst.local-dir', 'execution.checkpointing.local-backup.dirs',
])('%s is an option of Flink 2.3', (key) => expect(flinkOptions(FlinkVersion.V2_3).find(key).is).toBe('option'));
