import { App, Size } from 'cdk8s';
import { deploymentOf, emitted, freshChart } from './sample-deployment';
import { PodSpec } from '../../src/operator/manifest/flink-manifests';
import { refuseMissingPodFields } from '../../src/operator/manifest/pod-fields-missing-in';
import { resourceTwin } from '../../src/operator/resource-twin';
import { violations } from '../pods/restricted-standard';
import { refusalOf, says } from '../refusals';
import {
  ClusterMode, Cpu, FlinkVersion, HashMapStateBackend, OperatorVersion, PersistentVolumeCheckpointing, PodContribution, PodSecurity,
  PrometheusReporter, RocksDbStateBackend, S3Checkpointing, Sidecar, TopologySpread, TunedFlinkDeploymentProps,
} from 'cdk8s-flink';

const sidecar: Sidecar = { name: 'shipper', image: 'shipper:1', cpu: Cpu.millis(100), memory: Size.mebibytes(64) };
const pods: PodContribution = {
  sidecars: [sidecar, { ...sidecar, name: 'proxy', startsFirst: true }],
  initContainers: [{ ...sidecar, name: 'prepare' }],
  topologySpread: [TopologySpread.acrossZones()],
  labels: { team: 'a' },
};
const readOnly = PodSecurity.restricted({ readOnlyRootFilesystem: { temporary: Size.gibibytes(1) } });

/** What Kubernetes gets of both roles, by the twin of the emitted resource. */
function finalPods(changes: Partial<TunedFlinkDeploymentProps>): { jobManager: PodSpec; taskManager: PodSpec } {
  const chart = freshChart(new App());
  deploymentOf(changes, chart);
  const [resource] = emitted(chart, 'FlinkDeployment');
  // Every release has what the typed properties write.
  refuseMissingPodFields(resource.spec, OperatorVersion.V1_10);
  const { failures, cluster } = resourceTwin(resource, { release: changes.operatorVersion ?? OperatorVersion.V1_16, defaults: new Map() });
  expect(failures).toEqual([]);
  const { jobManager, taskManager } = cluster!.pods;
  return { jobManager: jobManager.deployment.spec.template.spec, taskManager: taskManager.kind === 'Pod' ? taskManager.spec : taskManager.spec.template.spec };
}

const storages = [new S3Checkpointing({ bucket: 'flink-state' }), PersistentVolumeCheckpointing.onNewClaim({ storage: Size.gibibytes(9) })];
const backends = [new RocksDbStateBackend(), new HashMapStateBackend()];
const cases = Object.values(ClusterMode).flatMap((mode) => storages.flatMap((checkpointing) => backends.flatMap((stateBackend) =>
  [{}, { pods }, { pods, podSecurity: readOnly }, { podSecurity: readOnly }, { taskManager: { pods } }].map((more) => (
    { mode, checkpointing, stateBackend, metricReporters: [new PrometheusReporter()], ...more })))));

test.each(cases)('pods are restricted: %#', (changes) => {
  const { jobManager, taskManager } = finalPods(changes);
  expect([violations(jobManager), violations(taskManager)]).toEqual([[], []]);
});

test('pods without restrictions are not, so the standard has something to say', () => {
  const { jobManager } = finalPods({ podSecurity: PodSecurity.ofImage({ reason: 'the image needs root' }) });
  expect(violations(jobManager)).toEqual(['Privilege Escalation', 'Running as Non-root', 'Seccomp', 'Capabilities']);
});

test.each(Object.values(ClusterMode))('%s: the containers beside Flink leave it its memory, CPU, image and arguments', (mode) => {
  const plain = finalPods({ mode });
  const full = finalPods({ mode, pods, podSecurity: readOnly });
  for (const role of ['jobManager', 'taskManager'] as const) {
    const main = (spec: PodSpec): any => spec.containers!.find(({ name }) => name === 'flink-main-container');
    const owned = ({ resources, image, command, args }: any) => ({ resources, image, command, args });
    expect(owned(main(full[role]))).toEqual(owned(main(plain[role])));
    expect(full[role].containers!.map(({ name }) => name)).toEqual(['shipper', 'flink-main-container']);
    expect(full[role].initContainers!.map(({ name }) => name)).toEqual(['proxy', 'prepare']);
    expect(main(full[role]).securityContext.readOnlyRootFilesystem).toBe(true);
  }
});

test('each role is spread by labels that Flink gives its pods, and no others', () => {
  const chart = freshChart(new App());
  // Nothing else sets the roles apart.
  deploymentOf({ pods, stateBackend: new HashMapStateBackend() }, chart);
  const [resource] = emitted(chart, 'FlinkDeployment');
  const { cluster } = resourceTwin(resource, { release: OperatorVersion.V1_16, defaults: new Map() });
  const { deployment } = cluster!.pods.jobManager;
  const selectorOf = (spec: PodSpec): any => (spec.topologySpreadConstraints as any[])[0].labelSelector.matchLabels;
  expect(deployment.spec.template.metadata.labels).toMatchObject(selectorOf(deployment.spec.template.spec));
  const { metadata, spec } = cluster!.pods.taskManager;
  expect(metadata.labels).toMatchObject(selectorOf(spec as PodSpec));
  expect(metadata.labels).toMatchObject({ team: 'a' });
  expect(deployment.spec.template.metadata.labels).not.toMatchObject(selectorOf(spec as PodSpec));
});

test('a read-only root filesystem has room for all that is written', () => {
  const { taskManager } = finalPods({ podSecurity: readOnly, flinkVersion: FlinkVersion.of('1.20.4') });
  const [main] = taskManager.containers!;
  expect((main.volumeMounts as any[]).slice(0, 4)).toEqual([
    { name: 'flink-local', mountPath: '/flink-local' },
    { name: 'flink-tmp', mountPath: '/tmp' },
    { name: 'flink-log', mountPath: '/opt/flink/log' },
    { name: 'flink-plugin-1', mountPath: '/opt/flink/plugins/flink-s3-fs-presto-1.20.4' },
  ]);
  expect((taskManager.volumes as any[]).slice(1, 4)).toEqual([
    { name: 'flink-tmp', emptyDir: { sizeLimit: '1Gi' } },
    { name: 'flink-log', emptyDir: { sizeLimit: '2Gi' } },
    { name: 'flink-plugin-1', emptyDir: { sizeLimit: '1Mi' } },
  ]);
});

test('a volume of yours takes the place of the room', () => {
  const volumes = [{ name: 'mine', mountPath: '/tmp', source: { emptyDir: { sizeLimit: '9Gi' } } }];
  const { taskManager } = finalPods({ podSecurity: readOnly, pods: { volumes } });
  expect((taskManager.containers![0].volumeMounts as any[]).filter(({ mountPath }) => mountPath === '/tmp')).toEqual([{ name: 'mine', mountPath: '/tmp' }]);
});

test.each(['true', ' TRUE '])('the network of the node by setting "%s" is refused', (enabled) => {
  expect(refusalOf(() => deploymentOf({ flinkConfiguration: { 'kubernetes.hostnetwork.enabled': enabled } })).message).toBe(says(
    'the restricted Pod Security Standard forbids pods in the network of their node [pod-security]', 'kubernetes.hostnetwork.enabled "true"',
    'a network of their own', 'remove the setting, or say podSecurity PodSecurity.ofImage({ reason }), which leaves the pods to you', 'chart/some-job',
  ));
});

test('a raw field of a later release is refused, and one of none', () => {
  const raw = (spec: object) => refusalOf(() => deploymentOf({ pods: { raw: { spec } }, operatorVersion: OperatorVersion.V1_15 })).message;
  expect(raw({ hostnameOverride: 'x' })).toBe(says(
    'operator 1.15 does not have spec.jobManager.podTemplate.spec.hostnameOverride, and Kubernetes would drop it without a word [field-not-in-release]',
    'spec.jobManager.podTemplate.spec.hostnameOverride', 'operator 1.16 and newer', 'remove it, or use a release of the operator that has it', 'chart/some-job',
  ));
  expect(raw({ hostAlias: [] })).toBe(says(
    'a pod template has no such field, and Kubernetes would drop it without a word [unknown-field]', 'spec.jobManager.podTemplate.spec.hostAlias',
    'the fields of a pod template, by Kubernetes\' own names', 'correct "hostAlias"', 'chart/some-job',
  ));
});
