import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart, Duration, JsonPatch, Size } from 'cdk8s';
import { ImagePullPolicy, PersistentVolumeAccessMode, PersistentVolumeClaim, Secret, ServiceAccount } from 'cdk8s-plus-28';
import { deploymentOf, emitted, freshChart, SOUND } from './deployment/sample-deployment';
import { refusalOf } from './refusals';
import {
  Autoscaler, Checkpointing, ClusterMode, Cpu, EnvironmentVariable, FindingLevel, FlinkBlueGreenDeployment, FlinkDefaults, FlinkJob,
  FlinkServiceAccount,
  FlinkSessionJob, FlinkStateSnapshot, FlinkTls, FlinkVersion, HashMapStateBackend, JvmOptions, KeySkew, KubernetesHighAvailability, LocalDisk,
  MountedVolume, NodeAffinity, PersistentVolumeCheckpointing, PodContribution, PrometheusReporter, RocksDbStateBackend, S3Checkpointing,
  S3CheckpointingProps, SnapshotKind, Throughput, Toleration, TunedFlinkDeployment, TunedFlinkDeploymentProps, TunedFlinkSession,
  UpgradeMode, Workload,
} from 'cdk8s-flink';

type Changes = Partial<TunedFlinkDeploymentProps>;
type Settings = Record<string, string>;

const withRaw = (flinkConfiguration: Settings, changes: Changes = {}) => () => deploymentOf({ flinkConfiguration, ...changes });
const withS3 = (props: Partial<S3CheckpointingProps>, changes: Changes = {}) => () =>
  deploymentOf({ checkpointing: new S3Checkpointing({ bucket: 'flink-state', ...props }), ...changes });
const withPods = (pods: PodContribution) => () => deploymentOf({ pods });
const withJar = (uri: string, changes: Changes = {}, upgradeMode?: UpgradeMode) => () =>
  deploymentOf({ job: FlinkJob.jar({ uri, upgradeMode }), ...changes });
const JAR = 'local:///opt/flink/job/some-job.jar';
const stateless = Workload.statelessTransformation({ throughput: Throughput.of({ recordsPerSecond: 10 }) });

/** Refused when the construct is made, with the code and a fix in which this can be read. */
function refused(work: () => unknown, code: string, fix: string): void {
  const { code: found, message } = refusalOf(work);
  expect(found).toBe(code);
  expect(message.split('\n').find((line) => line.startsWith('  fix '))).toContain(fix);
}

/** Refused when the manifest is written, after a patch. */
function refusedPatch(patches: JsonPatch[], code: string, fix: string, deployment: ApiObject = deploymentOf()): void {
  deployment.addJsonPatch(...patches);
  const messages = deployment.node.validate();
  expect(messages).toEqual([expect.stringContaining(`[${code}]`)]);
  expect(messages[0].split('\n').find((line) => line.startsWith('  fix '))).toContain(fix);
}

/** Told, and an error where a platform says so. */
function told(work: (findingLevels?: Changes['findingLevels']) => TunedFlinkDeployment, code: string, fix: string): void {
  expect(work().findings).toContainEqual({ code, message: expect.any(String), fix: expect.stringContaining(fix) });
  refused(() => work({ [code]: FindingLevel.ERROR }), code, fix);
}

const add = (path: string, value: unknown) => JsonPatch.add(`/spec/${path}`, value);
const remove = (path: string) => JsonPatch.remove(`/spec/${path}`);
const settingsOf = (deployment: TunedFlinkDeployment): Settings => deployment.toJson().spec.flinkConfiguration;

/** What no TypeScript compiles is written with an expected error, which fails the type check when it compiles; plain JavaScript is refused. */
describe('memory', () => {
  test('RocksDB gets managed memory', () => {
    const given = { taskManager: { memory: Size.gibibytes(4) } };
    refused(withRaw({ 'taskmanager.memory.managed.size': '0' }, given), 'managed-memory-too-small', 'to the plan');
    refused(withRaw({ 'taskmanager.memory.managed.fraction': '0.01' }, given), 'managed-memory-too-small', 'to the plan');
    expect(withRaw({ 'taskmanager.memory.managed.fraction': '0.2' }, given)).not.toThrow();
  });

  test('sizes that contradict the process', () => {
    refused(withRaw({ 'taskmanager.memory.task.heap.size': '8g' }), 'memory-overhead-remainder', 'leave the parts to Flink');
    refused(withRaw({ 'taskmanager.memory.flink.size': '800m' }), 'memory-parts-exceed-flink', 'raise the memory of the TaskManager');
  });

  test('a process in which Flink cannot start', () =>
    refused(() => deploymentOf({ taskManager: { memory: Size.mebibytes(300) } }), 'process-memory-too-small', 'raise the memory'));

  test('a limit below its request', () => {
    refused(withRaw({ 'kubernetes.taskmanager.memory.limit-factor': '0.8' }), 'limit-factor', 'raise it');
    refusedPatch([add('taskManager/resources', { requests: { memory: '8Gi', cpu: '1' }, limits: { memory: '4Gi', cpu: '1' } })], 'resource-requirements', 'up to their limits');
  });

  test('memory of a pod apart from that of its process', () => {
    // @ts-expect-error there is one memory of a TaskManager
    const apart: TunedFlinkDeploymentProps = { ...SOUND, taskManager: { memoryLimit: Size.gibibytes(1) } };
    expect(apart).toBeDefined();
    refused(withRaw({ 'taskmanager.memory.process.size': '9g' }), 'overwritten-option', 'remove the option');
    const limits = { resources: { limits: { memory: '1Gi' } } };
    refused(withPods({ raw: { spec: { containers: [{ name: 'flink-main-container', ...limits }] } } }), 'raw-pod-field', 'set cpu and memory');
    refusedPatch([add('taskManager/podTemplate/spec/containers/0/resources', limits.resources)], 'overwritten-resources', 'set memory of jobManager or taskManager');
  });

  test('a fraction of a unit', () => {
    // @ts-expect-error a size has one meaning, a text several
    const text = () => deploymentOf({ taskManager: { memory: '1.5g' } });
    refused(text, 'property-shape', 'Size');
    refused(() => deploymentOf({ taskManager: { memory: Size.kibibytes(1500) } }), 'memory-not-whole', 'Size.mebibytes');
    refusedPatch([JsonPatch.replace('/spec/taskManager/resource/memory', '1.5g')], 'resource-memory-text', '1536m');
    refused(withRaw({ 'taskmanager.memory.managed.size': '1.5g' }, { taskManager: { memory: Size.gibibytes(4) } }), 'memory-size-text', '1536m');
  });

  test('a number without a unit, which is bytes', () =>
    refusedPatch([JsonPatch.replace('/spec/taskManager/resource/memory', '2048')], 'process-memory-too-small', 'raise the memory'));

  test('memory that Flink and Kubernetes read differently', () => {
    const resources = (request: string, limit: string) => add('jobManager/resources', { requests: { memory: request, cpu: '1' }, limits: { memory: limit, cpu: '1' } });
    refusedPatch([resources('2048m', '4Gi')], 'ambiguous-memory', '2048Mi for 2048m');
    refusedPatch([resources('2G', '2Gi')], 'ambiguous-memory', '2Gi for 2G');
    const deployment = deploymentOf();
    deployment.addJsonPatch(resources('2Gi', '2Gi'));
    expect(deployment.node.validate()).toEqual([]);
  });

  test('a sidecar without memory of its own', () => {
    // @ts-expect-error a sidecar says what it asks for
    const sidecar: PodContribution = { sidecars: [{ name: 'agent', image: 'registry.example.com/agent:1' }] };
    expect(sidecar).toBeDefined();
    const agent = { name: 'agent', image: 'registry.example.com/agent:1', cpu: Cpu.millis(100), memory: Size.mebibytes(64), user: 1000 };
    expect(deploymentOf({ pods: { sidecars: [agent] } }).plan.totalMemory.mebibytes - deploymentOf().plan.totalMemory.mebibytes)
      .toBe(64 * (1 + deploymentOf().plan.taskManagers));
  });

  test('less CPU or memory than the work needs', () => {
    told((findingLevels) => deploymentOf({ findingLevels, taskManager: { cpu: Cpu.millis(100) } }), 'cpu-too-low', '');
    told((findingLevels) => deploymentOf({ findingLevels, taskManager: { memory: Size.gibibytes(2) } }), 'memory-too-low', 'leave the memory');
  });

  test('network memory that takes from another pool', () => {
    refused(withRaw({ 'taskmanager.memory.network.max': '8g' }), 'contradicts-plan', 'set taskManager.memory');
    refused(withRaw({ 'taskmanager.network.memory.fraction': '0.3' }), 'idle-memory-share', 'give taskManager.memory');
    refused(withRaw({ 'taskmanager.memory.network.fraction': '0.9' }, { taskManager: { memory: Size.gibibytes(4) } }), 'memory-parts-exceed-flink', 'raise the memory');
  });
});

describe('snapshots and state', () => {
  test('no directory for snapshots', () => {
    // @ts-expect-error a storage without a place
    const nowhere = () => new S3Checkpointing({});
    refused(() => deploymentOf({ checkpointing: nowhere() }), 'storage-property', '');
    refused(() => deploymentOf({ checkpointing: undefined }), 'property-shape', 'S3Checkpointing');
    refusedPatch([remove('flinkConfiguration/execution.checkpointing.savepoint-dir')], 'savepoint-directory', 'set a directory');
    refused(withRaw({ 'kubernetes.operator.periodic.savepoint.interval': '1h' },
      { workload: stateless, stateBackend: undefined, checkpointing: Checkpointing.disabled({ reason: 'nothing to keep' }) }), 'savepoint-directory', 'set a directory');
  });

  test('a directory in the pod', () => {
    refused(withRaw({ 'execution.checkpointing.dir': 'file:///tmp/checkpoints' }), 'snapshots-in-the-pod', 'PersistentVolumeCheckpointing');
    const volumes = [MountedVolume.emptyDir({ name: 'state', mountPath: '/flink-data', sizeLimit: Size.gibibytes(1) })];
    refused(withRaw({ 'state.checkpoints.dir': 'file:///flink-data/checkpoints' }, { pods: { volumes } }), 'snapshots-in-the-pod', 'S3Checkpointing');
  });

  test('a claim of one node for several pods', () => {
    const chart = freshChart();
    const claim = new PersistentVolumeClaim(chart, 'claim', { storage: Size.gibibytes(1), accessModes: [PersistentVolumeAccessMode.READ_WRITE_ONCE] });
    refused(() => deploymentOf({ checkpointing: PersistentVolumeCheckpointing.onClaim(claim) }, chart), 'volume-access-mode', 'READ_WRITE_MANY');
  });

  test('an empty folder without a size', () => {
    // @ts-expect-error a folder on the disk of the node has a size
    const unsized = () => MountedVolume.emptyDir({ name: 'work', mountPath: '/work' });
    refused(unsized, 'memory-size-number', 'Size.gibibytes');
  });

  test('a file system without its plugin', () => {
    const image = 'flink:1.20.1';
    refused(withRaw({ 'execution.checkpointing.savepoint-dir': 'gs://flink/savepoints' }, { image }), 'file-system-plugin', 'the checkpointing of the store');
    refused(withRaw({ 'execution.checkpointing.savepoint-dir': 's3://flink/savepoints' }, {
      image, checkpointing: PersistentVolumeCheckpointing.onNewClaim({ storage: Size.gibibytes(1) }), pods: { plugins: ['flink-s3-fs-presto-1.20.0.jar'] },
    }), 'file-system-plugin', 'the checkpointing of the store');
    const chart = freshChart();
    deploymentOf({ image }, chart);
    const { jobManager, taskManager } = emitted(chart, 'FlinkDeployment')[0].spec;
    for (const { podTemplate: { spec: { containers: [{ env }] } } } of [jobManager, taskManager]) {
      expect(env).toContainEqual({ name: 'ENABLE_BUILT_IN_PLUGINS', value: 'flink-s3-fs-presto-1.20.1.jar' });
    }
  });

  test('an image of another Flink', () => refused(() => deploymentOf({ image: 'flink:1.19' }), 'image-version', 'set flinkVersion'));

  test('high availability without a lasting directory', () => {
    refused(withRaw({ 'high-availability.type': 'kubernetes' }), 'high-availability-storage', 'KubernetesHighAvailability');
    refused(withRaw({ 'high-availability.type': 'Kubernetes', 'high-availability.storageDir': 'file:///flink-data/ha' }), 'high-availability-storage', 'bring one');
    refused(withRaw({ 'high-availability.type': 'kubernets', 'high-availability.storageDir': 's3://flink/ha' }), 'high-availability-type', 'KubernetesHighAvailability');
    expect(settingsOf(deploymentOf({ highAvailability: new KubernetesHighAvailability() }))).toMatchObject({
      'high-availability.type': 'kubernetes', 'high-availability.storageDir': expect.stringMatching(/^s3:/),
    });
  });

  test('rollback and standby without high availability', () => {
    refused(withRaw({ 'kubernetes.operator.deployment.rollback.enabled': 'true' }), 'rollback-without-ha', 'high availability on');
    refusedPatch([add('jobManager/replicas', 2)], 'standby-without-ha', 'set jobManager.replicas to 1');
  });

  test('an upgrade that loses the state', () => {
    told((findingLevels) => withJar(JAR, { findingLevels }, UpgradeMode.STATELESS)(), 'stateless-upgrade', 'leave upgradeMode out');
    told((findingLevels) => withJar(JAR, { findingLevels }, UpgradeMode.LAST_STATE)(), 'last-state-without-high-availability', 'KubernetesHighAvailability');
    refused(withRaw({ 'execution.checkpointing.interval': '0' }), 'checkpoints-switched-off', 'remove the setting');
  });

  test('checkpoints that go with a cancelled job', () => refused(
    withRaw({ 'execution.checkpointing.externalized-checkpoint-retention': 'DELETE_ON_CANCELLATION' }), 'checkpoints-deleted-on-cancellation', 'leave retention out'));

  test('an interval shorter than a checkpoint', () => {
    const calibration = { checkpointDuration: Duration.seconds(20) };
    refused(withS3({ interval: Duration.seconds(10) }, { calibration }), 'checkpoint-schedule', 'leave interval out');
    refused(withRaw({ 'execution.checkpointing.interval': '10s' }, { calibration }), 'checkpoint-schedule', 'leave interval out');
    told((findingLevels) => withS3({ interval: Duration.seconds(1) }, { findingLevels })(), 'short-checkpoint-interval', 'leave interval out');
    expect(withS3({ interval: Duration.minutes(1) })().findings).toEqual([]);
  });

  test('a timeout shorter than a checkpoint, and a pause longer than the interval', () => {
    refused(withS3({ timeout: Duration.seconds(10) }, { calibration: { checkpointDuration: Duration.seconds(20) } }), 'checkpoint-schedule', 'leave timeout out');
    told((findingLevels) => withRaw({ 'execution.checkpointing.timeout': '1s' }, { findingLevels })(), 'short-checkpoint-timeout', 'leave timeout out');
    told((findingLevels) => withS3({ interval: Duration.minutes(1), minPause: Duration.minutes(3) }, { findingLevels })(), 'long-checkpoint-pause', 'leave minPause out');
  });

  test('a single retained checkpoint', () => {
    refused(withS3({ retained: 1 }), 'few-retained-checkpoints', 'leave `retained`');
    refused(withRaw({ 'state.checkpoints.num-retained': '1' }), 'few-retained-checkpoints', 'for three');
    expect(settingsOf(deploymentOf())['execution.checkpointing.num-retained']).toBe('3');
  });

  test('unaligned checkpoints, several at a time', () =>
    refused(withS3({ unaligned: true, maxConcurrent: 2 }), 'unaligned-with-concurrent-checkpoints', 'leave maxConcurrent out'));

  test('a block cache beside managed memory', () => {
    // @ts-expect-error managed memory is the cache
    expect(new RocksDbStateBackend({ blockCacheSize: Size.gibibytes(8) })).toBeDefined();
    refused(withRaw({ 'state.backend.rocksdb.block.cache-size': '8g' }), 'idle-state-option', 'set taskManager.memory');
    refused(withRaw({ 'state.backend.rocksdb.block-cache-size': '1024m' }), 'unknown-option', 'set taskManager.memory');
    refused(withRaw({ 'state.backend.rocksdb.memory.fixed-per-slot': '2g' }), 'contradicts-plan', 'set taskManager.memory');
  });

  test('blocks as large as a cache', () => {
    refused(withRaw({ 'state.backend.rocksdb.block.blocksize': '1024m' }), 'oversized-block', 'blockSize of RocksDbStateBackend');
    refused(withRaw({ 'state.backend.rocksdb.block-size': '1024m' }), 'unknown-option', 'set blockSize of RocksDbStateBackend');
    refused(() => deploymentOf({ stateBackend: new RocksDbStateBackend({ blockSize: Size.gibibytes(1) }) }), 'state-backend-option', 'blockSize');
  });

  test('incremental checkpoints of state on the heap', () => {
    // @ts-expect-error snapshots of the heap are always whole
    expect(new HashMapStateBackend({ incrementalCheckpoints: true })).toBeDefined();
    refused(withRaw({ 'state.backend.incremental': 'true' }, { stateBackend: new HashMapStateBackend() }), 'idle-state-option', 'use RocksDbStateBackend');
  });

  test('RocksDB on the disk of the container', () => {
    const chart = freshChart();
    deploymentOf({ stateBackend: new RocksDbStateBackend({ disk: LocalDisk.localSsd({ storageClassName: 'local-ssd' }) }) }, chart);
    const { spec } = emitted(chart, 'FlinkDeployment')[0].spec.taskManager.podTemplate;
    expect(JSON.stringify(spec.volumes)).toContain('"storageClassName":"local-ssd"');
    // @ts-expect-error a local SSD is of a storage class
    const unnamed = () => LocalDisk.localSsd({});
    refused(() => deploymentOf({ stateBackend: new RocksDbStateBackend({ disk: unnamed() }) }), 'local-disk-class', 'kubectl get storageclass');
  });
});

describe('parallelism and scaling', () => {
  test('more slots than partitions', () => refused(() => deploymentOf({ parallelism: 48 }), 'parallelism-above-partitions', 'add partitions'));

  test('TaskManager replicas beside a parallelism', () => {
    // @ts-expect-error the number of TaskManagers follows
    const replicas: TunedFlinkDeploymentProps = { ...SOUND, taskManager: { replicas: 2 } };
    expect(replicas).toBeDefined();
    refusedPatch([add('taskManager/replicas', 2)], 'parallelism-of-replicas', 'set parallelism');
    refused(withRaw({ 'parallelism.default': '8' }), 'overwritten-option', 'the field decides');
    refused(withRaw({ 'taskmanager.numberOfTaskSlots': '8' }), 'contradicts-plan', 'set taskManager.taskSlots');
    refused(() => deploymentOf({ maxParallelism: 1 }), 'max-parallelism-below-parallelism', 'leave it out');
  });

  test('one hot key', () => {
    const workload = Workload.deduplication({
      throughput: Throughput.of({ recordsPerSecond: 200_000 }),
      expectedState: Size.gibibytes(40),
      sourcePartitions: 240,
      keySkew: KeySkew.hottestKey(0.5),
    });
    told((findingLevels) => deploymentOf({ findingLevels, workload }), 'hottest-key', '');
  });

  test('a restore that takes long after a rescale', () => {
    const workload = Workload.deduplication({
      throughput: Throughput.of({ recordsPerSecond: 2_000 }), expectedState: Size.gibibytes(4000), sourcePartitions: 1,
    });
    told((findingLevels) => deploymentOf({ findingLevels, workload }), 'slow-restore', 'recoveryTimeObjective');
  });

  test('an autoscaler that does nothing', () => {
    expect(settingsOf(deploymentOf({ scaling: new Autoscaler() }))).toMatchObject({ 'job.autoscaler.enabled': 'true', 'jobmanager.scheduler': 'adaptive' });
    const scaled = (changes: Changes) => () => deploymentOf({ scaling: new Autoscaler(), ...changes });
    refused(scaled({ mode: ClusterMode.STANDALONE }), 'autoscaler-standalone', 'use native mode');
    refused(scaled({ job: FlinkJob.jar({ uri: JAR, upgradeMode: UpgradeMode.STATELESS }) }), 'autoscaler-stateless', 'leave upgradeMode out');
    refusedPatch([add('taskManager/replicas', 2)], 'parallelism-of-replicas', 'set parallelism', scaled({})());
    refused(withRaw({ 'job.autoscaler.enabled': 'true', 'job.autoscaler.metrics.window': '10 s' }), 'metrics-window', 'lengthen the window');
    refused(withRaw({ 'job.autoscaler.enabled': 'true' }, { flinkVersion: FlinkVersion.V2_0 }), 'autoscaler-without-effect', 'Rescaling.inPlace()');
    told((findingLevels) => scaled({ findingLevels, flinkVersion: FlinkVersion.V2_0 })(), 'autoscaler-overrides-lost', 'Flink 1.20 keeps it');
    told((findingLevels) => scaled({ findingLevels, maxParallelism: 127 })(), 'few-divisors', 'set maxParallelism to 120');
  });

  test('a standalone TaskManager without CPU', () =>
    refusedPatch([remove('taskManager/resource/cpu')], 'task-manager-cpu', 'set taskManager.cpu', deploymentOf({ mode: ClusterMode.STANDALONE })));

  test('CPU as text', () => {
    // @ts-expect-error an amount of CPU has a unit
    refused(() => deploymentOf({ taskManager: { cpu: '500m' } }), 'property-shape', 'Cpu');
    refusedPatch([JsonPatch.replace('/spec/taskManager/resource/cpu', '500m')], 'manifest-field', 'without quotes or unit');
  });
});

describe('pods', () => {
  test('a common pod template', () => {
    // @ts-expect-error both roles have `pods`, and each has its own
    const common: TunedFlinkDeploymentProps = { ...SOUND, podTemplate: {} };
    expect(common).toBeDefined();
    const sidecar = { spec: { containers: [{ name: 'agent', image: 'registry.example.com/agent:1' }] } };
    refusedPatch([add('podTemplate', sidecar)], 'fused-pod-templates', 'use `pods` of the construct');
    const chart = freshChart();
    deploymentOf({ taskManager: { pods: { environment: [EnvironmentVariable.literal('ROLE', 'worker')] } } }, chart);
    const { podTemplate, jobManager, taskManager } = emitted(chart, 'FlinkDeployment')[0].spec;
    expect([podTemplate, JSON.stringify(jobManager).includes('worker'), JSON.stringify(taskManager).includes('worker')]).toEqual([undefined, false, true]);
  });

  test('a main container by another name', () => {
    refused(withPods({ raw: { spec: { containers: [{ name: 'main', env: [] }] } } }), 'raw-pod-field', 'add it by `sidecars`');
    refusedPatch([add('taskManager/podTemplate', { spec: { containers: [{ name: 'main' }] } })], 'container-name', 'use `pods` of the construct');
  });

  test('a sidecar without an image', () => {
    const agent = { name: 'agent', image: '', cpu: Cpu.millis(100), memory: Size.mebibytes(64) };
    refused(withPods({ sidecars: [agent] }), 'container-name', 'without an image Kubernetes refuses the pod');
  });

  test('one variable twice', () => refused(
    withPods({ environment: [EnvironmentVariable.literal('LEVEL', '1'), EnvironmentVariable.literal('LEVEL', '2')] }), 'pod-conflict', 'another name'));

  test('a sidecar that ends', () => {
    const agent = { name: 'agent', image: 'registry.example.com/agent:1', cpu: Cpu.millis(100), memory: Size.mebibytes(64), user: 1000, startsFirst: true };
    const chart = freshChart();
    deploymentOf({ pods: { sidecars: [agent] } }, chart);
    const { initContainers } = emitted(chart, 'FlinkDeployment')[0].spec.taskManager.podTemplate.spec;
    expect(initContainers).toContainEqual(expect.objectContaining({ name: 'agent', restartPolicy: 'Always' }));
  });

  test('a word for the pull policy', () => {
    // @ts-expect-error one of three
    expect(() => deploymentOf({ imagePullPolicy: 'Sometimes' })).toThrow();
    expect(deploymentOf({ imagePullPolicy: ImagePullPolicy.ALWAYS }).toJson().spec.imagePullPolicy).toBe('Always');
    refusedPatch([add('imagePullPolicy', 'Sometimes')], 'image-pull-policy', 'one of these');
  });

  test('ephemeral storage as text', () => {
    // @ts-expect-error a size
    refused(() => deploymentOf({ pods: { ephemeralStorage: '10 Gi' } }), 'memory-size-number', 'Size.gibibytes');
    refusedPatch([add('taskManager/resource/ephemeralStorage', 'lots')], 'ephemeral-storage', 'Mi or Gi');
  });

  test('a field that Kubernetes would drop', () => {
    refusedPatch([add('taskManager/memory', '1g')], 'unknown-field', 'correct the path');
    // @ts-expect-error no such property
    expect(() => deploymentOf({ taskManagers: 3 })).not.toThrow();
  });

  test('nodes by label', () => {
    const chart = freshChart();
    deploymentOf({ pods: { nodeAffinity: [NodeAffinity.required('cfk-cr', ['flink'])], tolerations: [Toleration.exists('flink')] } }, chart);
    expect(emitted(chart, 'FlinkDeployment')[0].spec.taskManager.podTemplate.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms)
      .toEqual([{ matchExpressions: [{ key: 'cfk-cr', operator: 'In', values: ['flink'] }] }]);
    refused(() => NodeAffinity.required('cfk-cr', []), 'node-affinity', '');
  });

  test('JVM flags', () => {
    const variable = { name: 'FLINK_ENV_JAVA_OPTS', value: '-XX:+UseG1GC' };
    refused(withPods({ raw: { spec: { containers: [{ name: 'flink-main-container', env: [variable] }] } } }), 'java-options-variable', 'JvmOptions.of');
    refused(withRaw({ 'env.java.opts.all': '-Xmx2g' }), 'jvm-memory-flag', 'give memory');
    expect(() => deploymentOf({ jvm: JvmOptions.of({ both: ['-XX:+UseG1GC', '-XX:MaxGCPauseMillis=200'] }) })).not.toThrow();
  });

  test('a port range', () => {
    // @ts-expect-error one port, which the pods name
    expect(() => deploymentOf({ metricReporters: [new PrometheusReporter({ port: '9249-9250' })] })).toThrow('[prometheus-port]');
    refused(withRaw({ 'rest.bind-port': '8081-8090' }), 'port-range', 'choose one port');
    refused(() => deploymentOf({ metricReporters: [new PrometheusReporter(), new PrometheusReporter({ name: 'other' })] }), 'pod-conflict', 'port');
    refused(withRaw({ 'kubernetes.hostnetwork.enabled': 'true' }), 'pod-security', 'remove the setting');
  });

  test('a reporter that never starts', () => refused(withRaw({ 'metrics.reporters': 'prom' }), 'reporter-never-starts', 'remove metrics.reporters'));

  test('TLS that the startup probe does not speak', () => {
    refused(withRaw({ 'security.ssl.rest.enabled': 'true' }), 'rest-tls-startup-probe', 'new FlinkTls({ rest })');
    const chart = freshChart();
    const secret = Secret.fromSecretName(chart, 'tls', 'some-job-tls');
    const deployment = deploymentOf({ tls: new FlinkTls({ rest: { secret, password: { secret, key: 'password' } } }) }, chart);
    expect(settingsOf(deployment)['kubernetes.operator.jm-deployment.startup.probe.enabled']).toBe('false');
  });
});

describe('jobs, accounts and names', () => {
  test('a jar that nobody finds', () => {
    refused(withJar('/opt/flink/job.jar'), 'jar-address', 'three slashes');
    refused(withJar('local://opt/flink/job.jar'), 'jar-address', 'three slashes');
    refused(withJar('http://jars.example.com/job.jar'), 'jar-over-http', 'use https');
    refused(withJar('gs://jars/job.jar'), 'jar-file-system', 'jobManager.pods.plugins');
    refused(withJar('https://jars.example.com/job.jar', { mode: ClusterMode.STANDALONE }), 'jar-not-in-pods', 'JobArtifact.download');
    refused(withJar('local:///opt/flink/usrlib/job.jar', { mode: ClusterMode.STANDALONE }), 'jar-hidden', 'elsewhere in the image');
    refusedPatch([remove('job/jarURI')], 'application-jar', 'set spec.job.jarURI');
  });

  test('a jar of a session job', () => {
    const jobOf = (uri: string) => {
      const chart = freshChart();
      const { image, flinkVersion, checkpointing, workload } = SOUND;
      const session = new TunedFlinkSession(chart, 'session', { image, flinkVersion, checkpointing, hosts: [{ workload }] });
      return new FlinkSessionJob(chart, 'job', { session, workload, job: FlinkJob.jar({ uri }) });
    };
    refused(() => jobOf('local:///opt/flink/job.jar'), 'jar-uri-scheme', 'use one of these');
    refused(() => jobOf('https://localhost/job.jar'), 'jar-uri-restricted', 'use another host');
    refused(() => jobOf('https://10.0.0.7/job.jar'), 'jar-uri-restricted', 'use another host');
    for (const host of ['nexus', 'nexus.tools.svc', 'nexus.tools.svc.cluster.local:8443']) {
      expect(jobOf(`https://${host}/job.jar`).findings.map(({ code }) => code)).toContain('jar-in-cluster');
    }
    expect(jobOf('https://jars.example.com/job.jar').findings).toEqual([]);
  });

  test('a service account without rights', () => {
    const chart = freshChart();
    deploymentOf({}, chart);
    expect(['ServiceAccount', 'Role', 'RoleBinding'].map((kind) => emitted(chart, kind).map(({ metadata }) => metadata.namespace))).toEqual([['flink'], ['flink'], ['flink']]);
    refusedPatch([remove('serviceAccount')], 'service-account', 'name the account');
  });

  test('a service account of another namespace or mode', () => {
    const app = new App();
    const [chart, other] = [freshChart(app), new Chart(app, 'other', { namespace: 'other' })];
    refused(() => deploymentOf({ serviceAccount: new FlinkServiceAccount(other, 'account') }, chart), 'other-namespace', 'charts of the same namespace');
    expect(() => deploymentOf({ serviceAccount: ServiceAccount.fromServiceAccountName(other, 'Known', 'flink') }, chart)).not.toThrow();
    const serviceAccount = new FlinkServiceAccount(chart, 'account', { mode: ClusterMode.STANDALONE });
    refused(() => deploymentOf({ serviceAccount }, chart, 'another-job'), 'service-account-mode', 'leave mode');
  });

  test('keys that overlap', () => refused(withRaw({ 'env.java.opts': '-Xss1m', 'env.java.opts.taskmanager': '-Xss2m' }, { flinkVersion: FlinkVersion.V2_0 }),
    'overlapping-keys', 'use the newer key'));

  test('a name that is too long', () => {
    refused(() => deploymentOf({}, freshChart(), 'a'.repeat(46)), 'deployment-name', 'choose another name');
    refused(() => new FlinkBlueGreenDeployment(freshChart(), 'a'.repeat(40), SOUND), 'blue-green-name', 'shorten');
  });

  test('configuration of blue/green that is no text', () => {
    // @ts-expect-error a duration
    expect(() => new FlinkBlueGreenDeployment(freshChart(), 'some-job', { ...SOUND, abortGracePeriod: 20 })).toThrow();
    refusedPatch([add('configuration', { 'kubernetes.operator.bluegreen.abort.grace-period': 20 })], 'manifest-field', 'put it in quotes',
      new FlinkBlueGreenDeployment(freshChart(), 'some-job', SOUND));
  });

  test('a snapshot that is never tried again', () => {
    const chart = freshChart();
    const snapshot = (retries?: number) => new FlinkStateSnapshot(chart, `retries-${retries}`, { job, kind: SnapshotKind.savepoint(), retries });
    const job = deploymentOf({}, chart);
    expect(snapshot().toJson().spec.backoffLimit).toBe(3);
    refused(() => snapshot(-1), 'snapshot-retries', 'leave retries out');
  });

  test('defaults after what they are for', () => {
    const app = new App();
    deploymentOf({}, freshChart(app));
    refused(() => FlinkDefaults.of(app).apply({ labels: { team: 'clicks' } }), 'defaults-too-late', 'right after the app');
  });

  test('a secret in the manifest', () => refused(withRaw({ 's3.secret-key': 'hunter2' }), 'plain-text-credential', 'S3Credentials.fromSecret'));
});

describe('docs/guides/traps.md', () => {
  const read = (path: string) => readFileSync(join(__dirname, '..', path), 'utf8');
  const rows = read('docs/guides/traps.md').split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| trap'))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
  const codesOf = (guide: string) => new Set([...read(`docs/guides/${guide}.md`).matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) => [...cell.matchAll(/`([a-z0-9-]+)`/g)].map(([, code]) => code)));

  test.each(rows)('%s', (...[, answer, shown, ...rest]) => {
    expect(rest).toEqual([]);
    expect(answer).toMatch(/^(cannot be written|refused|told|open)/);
    const [, file, title] = /^`([^`]+)` › (.+)$/.exec(shown)!;
    expect(existsSync(join(__dirname, file)) && read(`test/${file}`)).toContain(`'${title}'`);
    const [refusals, findings] = [codesOf('refusals'), codesOf('findings')];
    [...answer.matchAll(/`\[([a-z0-9-]+)\]`/g)].forEach(([, code]) => expect(refusals).toContain(code));
    [...answer.matchAll(/finding `([a-z0-9-]+)`/g)].forEach(([, code]) => expect(findings).toContain(code));
    expect(answer).toMatch(answer.startsWith('told') ? /finding `/ : /`/);
  });

  test('every test of a trap is in the table', () => {
    const here = [...read('test/traps.test.ts').split('describe(\'docs/')[0].matchAll(/^ {2}test\('([^']+)'/gm)].map(([, title]) => title);
    expect(here.length).toBeGreaterThan(40);
    expect(here.filter((title) => !rows.some(([, , shown]) => shown === `\`traps.test.ts\` › ${title}`))).toEqual([]);
  });
});
