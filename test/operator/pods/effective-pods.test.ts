import { jobManagerMemory } from '../../../src/flink/memory/job-manager-memory';
import { taskManagerMemory } from '../../../src/flink/memory/task-manager-memory';
import { ManifestSpec } from '../../../src/operator/manifest/flink-manifests';
import { OperatorVersion } from '../../../src/operator/operator-version';
import { effectivePods } from '../../../src/operator/pods/effective-pods';
import { mergedPodTemplates } from '../../../src/operator/pods/role-pod-templates';
import { refusalOf, says } from '../../refusals';

const SPEC: ManifestSpec = { flinkVersion: 'v1_20', job: { parallelism: 1, jarURI: 'local:///job.jar' }, jobManager: {}, taskManager: {} };

function pods(options: Record<string, string> = {}, fields: ManifestSpec = {}, release = OperatorVersion.V1_16) {
  const spec = { ...SPEC, ...fields };
  const settings = new Map(Object.entries({
    'jobmanager.memory.process.size': '1600m', 'taskmanager.memory.process.size': '1728m', 'kubernetes.container.image.ref': 'job:1', ...options,
  }));
  const memory = { jobManager: jobManagerMemory(settings), taskManager: taskManagerMemory(settings) };
  return effectivePods({ name: 'dedup', spec, settings, release, templates: mergedPodTemplates(spec, settings, release), ...memory });
}

const mainOf = (template: { readonly spec?: any }) => template.spec.containers.slice(-1)[0];

test.each<[Record<string, string>, ManifestSpec, string[]]>([
  [{ 'kubernetes.jobmanager.cpu.limit-factor': '0.9' }, {},
    ['the operator cannot build the JobManager: kubernetes.jobmanager.cpu.limit-factor is below 1 [limit-factor]', '0.9', '1 and more', 'raise it, or write limits from the requests up']],
  [{ 'kubernetes.taskmanager.memory.limit-factor': '0' }, {},
    ['the JobManager cannot ask for TaskManagers: kubernetes.taskmanager.memory.limit-factor is below 1 [limit-factor]', '0', '1 and more', 'raise it, or write limits from the requests up']],
  [{ 'kubernetes.container.image.pull-policy': 'Sometimes' }, {},
    ['Flink cannot read kubernetes.container.image.pull-policy [option-value]', '"Sometimes"', 'IfNotPresent, Always, Never', 'write one of these, or leave it unset']],
  [{ 'kubernetes.jobmanager.cpu.amount': 'two' }, {},
    ['Flink cannot read kubernetes.jobmanager.cpu.amount [option-value]', '"two"', 'a decimal number', 'write for example 0.5']],
  [{ 'rest.port': '8081-8090' }, {}, ['rest.bind-port must be one port on Kubernetes [port-range]', '"8081-8090"', 'a whole number; 0 for 8081', 'choose one port, or leave it unset']],
  [{ 'blob.server.port': '-1' }, {}, ['blob.server.port must be above zero [port-negative]', '-1', '1 to 65535', 'leave it unset']],
  [{ 'taskmanager.cpu.cores': '0' }, {},
    ['a TaskManager needs CPU [task-manager-cpu]', '0', 'above 0', 'leave taskmanager.cpu.cores unset and set spec.taskManager.resource.cpu']],
  [{ 'kubernetes.jobmanager.replicas': '0' }, {}, ['a cluster has at least one JobManager [job-manager-replicas]', '0', '1 and above', 'leave kubernetes.jobmanager.replicas unset']],
  [{ 'kubernetes.jobmanager.replicas': '2' }, {},
    ['standby JobManagers need high availability [standby-without-ha]', '2', '1 without high availability', 'set high-availability.type: kubernetes, or one JobManager']],
  [{ 'kubernetes.internal.taskmanager.replicas': '0' }, { mode: 'standalone' },
    ['a standalone cluster has at least one TaskManager [task-manager-replicas]', '0', '1 and above', 'set spec.taskManager.replicas']],
  [{ 'kubernetes.container.image.ref': ' ' }, {}, ['the image of the cluster is blank [image-blank]', '""', 'the name of an image', 'set spec.image']],
  [{ 'state.backend': 'rocksdb', 'state.backend.incremental': 'true' }, { flinkVersion: 'v2_0' },
    ['a key is also the beginning of another, and Flink 2.x has its options nested [overlapping-keys]', 'state.backend and state.backend.incremental',
      'one of each two', 'use the newer key of the shorter one, which ends in .type, .enabled, .amount, .ref or .all']],
  [{ 'kubernetes.persistent-volume-claims': 'data:relative' }, { flinkVersion: 'v2_3' },
    ['Flink cannot mount a claim of kubernetes.persistent-volume-claims [persistent-volume-claims]', '"data:relative"',
      'names of claims up to 59 characters, each with an absolute path of its own and no volume of its name in the template', 'for example reference-data:/opt/flink/reference']],
])('%p with %p is refused', (options, fields, [what, got, allowed, fix]) => {
  expect(refusalOf(() => pods(options, fields)).message).toBe(says(what, got, allowed, fix));
});

test('keys may overlap before Flink 2.0', () => {
  expect(() => pods({ 'state.backend': 'rocksdb', 'state.backend.incremental': 'true' })).not.toThrow();
});

test('a standalone TaskManager may have a limit below its request', () => {
  const { taskManager } = pods({ 'kubernetes.taskmanager.memory.limit-factor': '0.5' }, { mode: 'standalone' });
  expect(mainOf((taskManager.spec as any).template).resources.limits.memory).toBe('864Mi');
});

test('what each role of a claim of Flink 2.3 gets', () => {
  const { jobManager, taskManager } = pods({ 'kubernetes.persistent-volume-claims': 'reference.data:/opt/reference' }, { flinkVersion: 'v2_3' });
  expect(mainOf(taskManager).volumeMounts[0]).toEqual({ name: 'reference-data-pvc', mountPath: '/opt/reference', readOnly: false });
  expect(JSON.stringify(jobManager)).not.toContain('reference');
});

test('the address of a highly available JobManager is told as the release does', () => {
  const highly = { 'high-availability.type': 'kubernetes' };
  const argumentsOf = (release: OperatorVersion) => mainOf(pods(highly, { mode: 'standalone' }, release).jobManager.deployment.spec.template).args;
  expect(argumentsOf(OperatorVersion.V1_16)).toEqual(['standalone-job', '-D', 'jobmanager.rpc.address=$(_POD_IP_ADDRESS)']);
  expect(argumentsOf(OperatorVersion.V1_15)).toEqual(['standalone-job', '--host', '$(_POD_IP_ADDRESS)']);
});

test('resources beside CPU and memory reach the template from 1.16, and then hide the older field', () => {
  const taskManager = { resource: { ephemeralStorage: '1Gi' }, resources: { requests: { 'ephemeral-storage': '2Gi', 'cpu': 1 } } };
  const storageOf = (release: OperatorVersion) => mainOf(pods({}, { taskManager }, release).taskManager).resources.requests['ephemeral-storage'];
  expect(storageOf(OperatorVersion.V1_16)).toBe('2Gi');
  expect(storageOf(OperatorVersion.V1_15)).toBe('1Gi');
});

test('the same resource gives the same bytes', () => {
  expect(JSON.stringify(pods())).toBe(JSON.stringify(pods()));
});
