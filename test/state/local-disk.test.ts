import { Size } from 'cdk8s';
import { deploymentOf, emitted, freshChart, SOUND } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { someCluster } from '../some-cluster';
import {
  FlinkVersion, ForStStateBackend, HashMapStateBackend, LocalDisk, RocksDbStateBackend, StateBackend, TunedFlinkDeploymentProps, Workload,
} from 'cdk8s-flink';

const specOf = (stateBackend: StateBackend, changes: Partial<TunedFlinkDeploymentProps> = {}) =>
  deploymentOf({ stateBackend, ...changes }).toJson().spec;
const volumesOf = ({ taskManager }: any) => taskManager.podTemplate.spec.volumes;

test('by default a claim that comes and goes with its pod, of the size in the plan', () => {
  const deployment = deploymentOf();
  const { localDisk } = deployment.plan;
  expect(volumesOf(deployment.toJson().spec)).toEqual([{
    name: 'flink-local',
    ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: localDisk!.toKubernetesText() } } } } },
  }]);
});

test('a class and a size of its own', () => {
  const disk = LocalDisk.ephemeralClaim({ storageClassName: 'fast', size: Size.gibibytes(80) });
  const deployment = deploymentOf({ stateBackend: new RocksDbStateBackend({ disk }) });
  expect(volumesOf(deployment.toJson().spec)[0].ephemeral.volumeClaimTemplate.spec).toEqual({
    accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '80Gi' } }, storageClassName: 'fast',
  });
  expect(deployment.plan.tryDecision('local-disk')).toMatchObject({ basis: 'explicit', value: { text: '80 GiB' } });
});

test('a local SSD gives RocksDB the options for flash, and four threads', () => {
  const { flinkConfiguration, taskManager } = specOf(new RocksDbStateBackend({ disk: LocalDisk.localSsd({ storageClassName: 'local-nvme' }) }));
  expect(flinkConfiguration).toMatchObject({
    'state.backend.rocksdb.predefined-options': 'FLASH_SSD_OPTIMIZED',
    'state.backend.rocksdb.thread.num': '4',
    'process.taskmanager.working-dir': '/flink-local',
  });
  expect(taskManager.podTemplate.spec.volumes[0].ephemeral.volumeClaimTemplate.spec.storageClassName).toBe('local-nvme');
  expect(taskManager.resource.ephemeralStorage).toBeUndefined();
});

test('an emptyDir has a limit, and the container asks for it and its logs', () => {
  const spec = specOf(new RocksDbStateBackend({ disk: LocalDisk.emptyDir({ size: Size.gibibytes(40) }) }));
  expect(volumesOf(spec)).toEqual([{ name: 'flink-local', emptyDir: { sizeLimit: '40Gi' } }]);
  expect(spec.taskManager.resource.ephemeralStorage).toBe('42Gi');
  expect(spec.jobManager.resource.ephemeralStorage).toBeUndefined();
});

test('Kubernetes is asked for it as request and limit', () => {
  const { taskManager } = someCluster(specOf(new RocksDbStateBackend({ disk: LocalDisk.emptyDir({ size: Size.gibibytes(40) }) }))).pods;
  const amount = { 'ephemeral-storage': '42Gi' };
  expect(JSON.parse(JSON.stringify(taskManager)).spec.containers[0].resources).toMatchObject({ requests: amount, limits: amount });
});

test('without a size the plan decides, and flash is told by whoever knows it', () => {
  const deployment = deploymentOf({ stateBackend: new RocksDbStateBackend({ disk: LocalDisk.emptyDir({ onLocalSsd: true }) }) });
  const spec = deployment.toJson().spec;
  expect(volumesOf(spec)[0].emptyDir).toEqual({ sizeLimit: deployment.plan.localDisk!.toKubernetesText() });
  expect(spec.flinkConfiguration['state.backend.rocksdb.predefined-options']).toBe('FLASH_SSD_OPTIMIZED');
});

test('state on the heap has a disk only for its copies', () => {
  const small = { workload: Workload.deduplication({ throughput: SOUND.workload.facts.throughput, expectedState: Size.mebibytes(500) }) };
  expect(specOf(new HashMapStateBackend(), small).taskManager.podTemplate?.spec.volumes).toBeUndefined();
  const spec = specOf(new HashMapStateBackend({ localRecovery: true, disk: LocalDisk.emptyDir() }), small);
  expect(spec.flinkConfiguration).toMatchObject({ 'execution.state-recovery.from-local': 'true', 'process.taskmanager.working-dir': '/flink-local' });
  expect(volumesOf(spec)[0].emptyDir.sizeLimit).toMatch(/^1[0-9]+(Gi|Mi)$/);
});

test('ForSt has its cache there', () => {
  const disk = LocalDisk.localSsd({ storageClassName: 'local-nvme', size: Size.gibibytes(100) });
  const spec = specOf(new ForStStateBackend({ disk }), { flinkVersion: FlinkVersion.V2_2 });
  expect(volumesOf(spec)[0].ephemeral.volumeClaimTemplate.spec.resources.requests.storage).toBe('100Gi');
  expect(spec.flinkConfiguration['state.backend.forst.cache.size-based-limit']).toBe('76800m');
});

test.each(['', 'Local_SSD', undefined as unknown as string])('a class named %j is refused', (storageClassName) => {
  const disk = LocalDisk.localSsd({ storageClassName });
  expect(refusalOf(() => deploymentOf({ stateBackend: new RocksDbStateBackend({ disk }) })).movedTo(undefined).message).toBe(says(
    'storageClassName of a LocalDisk is not the name of a storage class [local-disk-class]', JSON.stringify(storageClassName) ?? 'undefined',
    'lower-case letters, digits, dashes and dots', 'take one of `kubectl get storageclass`; LocalDisk.ephemeralClaim() takes the default class',
  ));
});

test('something else than a LocalDisk is refused', () => {
  const stateBackend = new RocksDbStateBackend({ disk: '10Gi' as unknown as LocalDisk });
  expect(refusalOf(() => deploymentOf({ stateBackend })).code).toBe('property-shape');
});

test('nothing of it can hold checkpoints', () => {
  const chart = freshChart();
  deploymentOf({ stateBackend: new RocksDbStateBackend({ disk: LocalDisk.emptyDir() }) }, chart);
  expect(emitted(chart, 'FlinkDeployment')[0].spec.flinkConfiguration['execution.checkpointing.dir']).toBe('s3://flink-state/some-job/checkpoints');
  const flinkConfiguration = { 'execution.checkpointing.dir': 'file:///flink-local/checkpoints' };
  const raw = () => deploymentOf({ stateBackend: new RocksDbStateBackend({ disk: LocalDisk.emptyDir() }), flinkConfiguration });
  expect(refusalOf(raw).movedTo(undefined).message).toBe(says(
    'this directory lies in each pod by itself, not on a volume that JobManager and TaskManagers share [snapshots-in-the-pod]',
    '"file:///flink-local/checkpoints", in spec.flinkConfiguration["execution.checkpointing.dir"]',
    'a directory in an object store, or on one persistent volume that both roles mount',
    'use PersistentVolumeCheckpointing, S3Checkpointing, GcsCheckpointing, AzureBlobCheckpointing or OssCheckpointing',
  ));
});
