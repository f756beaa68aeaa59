import { App, Chart, JsonPatch, Testing } from 'cdk8s';
import { Secret, ServiceAccount } from 'cdk8s-plus-28';
import { deploymentOf, emitted, freshChart, throughput } from './sample-deployment';
import { says } from '../refusals';
import {
  Checkpointing, FlinkVersion, HashMapStateBackend, OperatorVersion, PodSecurity, PrometheusReporter, S3Checkpointing, S3Credentials,
  TunedFlinkDeploymentProps, Workload,
} from 'cdk8s-flink';

let chart: Chart;
beforeEach(() => { chart = freshChart(new App()); });
const specOf = (changes: Partial<TunedFlinkDeploymentProps> = {}) => {
  deploymentOf(changes, chart);
  return emitted(chart, 'FlinkDeployment')[0].spec;
};
const stateless = { workload: Workload.statelessTransformation({ throughput }), checkpointing: Checkpointing.disabled({ reason: 'it only forwards' }), stateBackend: undefined };

describe('the resource', () => {
  test('memory and CPU are the plan\'s, in the one field that is request and limit', () => {
    const { plan } = deploymentOf({}, chart);
    const [{ metadata, spec }] = emitted(chart, 'FlinkDeployment');
    expect(metadata).toEqual({ name: 'some-job', namespace: 'flink' });
    expect(spec.taskManager).toMatchObject({ resource: { cpu: plan.taskManagerCpu.amountInCores, memory: `${plan.taskManagerMemory.mebibytes}m` } });
    expect(spec.jobManager).toMatchObject({ resource: { cpu: plan.jobManagerCpu.amountInCores, memory: `${plan.jobManagerMemory.mebibytes}m` } });
    expect(Object.keys(spec.flinkConfiguration).filter((key) => /process\.size|limit-factor|\.cpu\./.test(key))).toEqual([]);
    expect(spec.job.parallelism).toBe(plan.parallelism);
  });

  test('state is carried over by savepoints, or dropped where there are none', () => {
    expect(specOf().job.upgradeMode).toBe('savepoint');
    chart = freshChart();
    const spec = specOf(stateless);
    expect(spec.job.upgradeMode).toBe('stateless');
    expect(Object.keys(spec.flinkConfiguration).filter((key) => key.includes('checkpoint'))).toEqual([]);
  });

  test('strategies reach the main container of one common pod template', () => {
    const credentials = S3Credentials.fromSecret(Secret.fromSecretName(chart, 'Secret', 'store-access'));
    const checkpointing = new S3Checkpointing({ bucket: 'flink-state', credentials });
    const spec = specOf({ checkpointing, metricReporters: [new PrometheusReporter()], stateBackend: new HashMapStateBackend() });
    expect(spec.podTemplate.spec.containers).toEqual([{
      name: 'flink-main-container',
      env: [
        { name: 'AWS_ACCESS_KEY_ID', valueFrom: { secretKeyRef: { name: 'store-access', key: 'accesskey' } } },
        { name: 'AWS_SECRET_ACCESS_KEY', valueFrom: { secretKeyRef: { name: 'store-access', key: 'secretkey' } } },
        { name: 'ENABLE_BUILT_IN_PLUGINS', value: 'flink-s3-fs-presto-1.20.5.jar' },
      ],
      ports: [{ name: 'prometheus', containerPort: 9249 }],
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    }]);
    expect([spec.jobManager.podTemplate, spec.taskManager.podTemplate]).toEqual([undefined, undefined]);
  });

  test('what TaskManagers alone need makes two templates, each complete', () => {
    const { podTemplate, jobManager, taskManager } = specOf({ metricReporters: [new PrometheusReporter()] });
    const [jobManagerPod, taskManagerPod] = [jobManager.podTemplate.spec, taskManager.podTemplate.spec];
    expect(podTemplate).toBeUndefined();
    expect(taskManagerPod.containers[0]).toEqual({ ...jobManagerPod.containers[0], volumeMounts: [{ name: 'flink-local', mountPath: '/flink-local' }] });
    expect(jobManagerPod.volumes).toBeUndefined();
    expect(taskManagerPod.securityContext).toEqual(jobManagerPod.securityContext);
    expect(taskManagerPod.volumes).toEqual([{
      name: 'flink-local',
      ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '90Gi' } } } } },
    }]);
  });

  test('without any need there is no pod template', () => {
    const podSecurity = PodSecurity.ofImage({ reason: 'the namespace has a policy of its own' });
    expect(specOf({ ...stateless, podSecurity }).podTemplate).toBeUndefined();
  });

  test.each([['flink:1.20.3-java17', '1.20.3'], ['flink:1.20', '1.20.5'], ['registry.example.com/job:9', '1.20.5']])('image %s: the plugin jar of %s', (image, patch) => {
    expect(specOf({ image }).taskManager.podTemplate.spec.containers[0].env).toEqual([{ name: 'ENABLE_BUILT_IN_PLUGINS', value: `flink-s3-fs-presto-${patch}.jar` }]);
  });
});

describe('the service account', () => {
  test('is made with its role and binding and is written before the deployment', () => {
    const { serviceAccount } = deploymentOf({}, chart);
    expect(serviceAccount.name).toBe('cdk8s-flink');
    expect(emitted(chart, 'ServiceAccount')).toMatchObject([{ metadata: { name: 'cdk8s-flink', namespace: 'flink' }, automountServiceAccountToken: true }]);
    expect(emitted(chart, 'Role')[0].rules).toMatchObject([
      { apiGroups: [''], resources: ['pods'] }, { apiGroups: [''], resources: ['configmaps'] }, { apiGroups: ['apps'], resources: ['deployments'] },
      { apiGroups: ['apps'], resources: ['deployments/finalizers'] },
    ]);
    expect(emitted(chart, 'RoleBinding')).toMatchObject([
      { roleRef: { kind: 'Role', name: 'cdk8s-flink' }, subjects: [{ kind: 'ServiceAccount', name: 'cdk8s-flink' }] },
    ]);
    expect(Testing.synth(chart).map(({ kind }) => kind)).toEqual(['ServiceAccount', 'Role', 'RoleBinding', 'FlinkDeployment']);
    expect(emitted(chart, 'FlinkDeployment')[0].spec.serviceAccount).toBe('cdk8s-flink');
  });

  test('is made once for each namespace, in the chart that asks first', () => {
    const app = Testing.app();
    const [one, two, other] = [['one', 'a'], ['two', 'a'], ['other', 'b']].map(([id, namespace]) => new Chart(app, id, { namespace }));
    [one, two, other].forEach((place, index) => deploymentOf({ name: `job-${index}` }, place));
    expect([one, two, other].map((place) => emitted(place, 'ServiceAccount').length)).toEqual([1, 0, 1]);
    expect(emitted(two, 'FlinkDeployment')[0].spec.serviceAccount).toBe('cdk8s-flink');
  });

  test('is the one that is passed, and nothing is made', () => {
    const serviceAccount = ServiceAccount.fromServiceAccountName(chart, 'Account', 'shared-flink');
    expect(specOf({ serviceAccount }).serviceAccount).toBe('shared-flink');
    expect(['ServiceAccount', 'Role', 'RoleBinding'].flatMap((kind) => emitted(chart, kind))).toEqual([]);
  });
});

describe('the configuration', () => {
  test('is sorted text, one spelling each, and a raw setting wins', () => {
    const { flinkConfiguration } = specOf({ flinkConfiguration: { 'execution.checkpointing.interval': '7min', 'state.checkpoints.dir': 's3://elsewhere/c' } });
    expect(flinkConfiguration['execution.checkpointing.interval']).toBe('7min');
    expect(flinkConfiguration['execution.checkpointing.dir']).toBe('s3://elsewhere/c');
    expect(flinkConfiguration).not.toHaveProperty(['state.checkpoints.dir']);
    expect(Object.keys(flinkConfiguration)).toEqual(Object.keys(flinkConfiguration).sort());
    expect(Object.values(flinkConfiguration).every((value) => typeof value === 'string')).toBe(true);
  });

  const DIRECTORIES = { current: 'execution.checkpointing.dir', older: 'state.checkpoints.dir' };
  test.each<[string, Partial<TunedFlinkDeploymentProps>, keyof typeof DIRECTORIES]>([
    ['Flink 1.19', { flinkVersion: FlinkVersion.V1_19 }, 'older'],
    ['Flink 1.20 on operator 1.10', { operatorVersion: OperatorVersion.V1_10 }, 'older'],
    ['Flink 1.20 on operator 1.11', { operatorVersion: OperatorVersion.V1_11 }, 'current'],
    ['Flink 2.3', { flinkVersion: FlinkVersion.V2_3 }, 'current'],
  ])('%s is written to in the spelling that is read', (_, changes, spelling) => {
    const { flinkConfiguration } = specOf(changes);
    expect(Object.values(DIRECTORIES).filter((key) => key in flinkConfiguration)).toEqual([DIRECTORIES[spelling]]);
  });

  test('without a state backend the plan\'s choice is bound', () => {
    expect(specOf({ stateBackend: undefined }).flinkConfiguration['state.backend.type']).toBe('rocksdb');
    chart = freshChart();
    expect(specOf(stateless).flinkConfiguration).toMatchObject({ 'state.backend.type': 'hashmap', 'taskmanager.memory.managed.size': '0m' });
  });
});

describe('patches', () => {
  const PATH = '/spec/taskManager/resource/memory';
  const TOO_SMALL = 'Flink cannot start a TaskManager with this memory: the JVM alone needs more than the whole TaskManager process [process-memory-too-small]';

  test('a bad one is reported at synth, with the construct\'s path', () => {
    const deployment = deploymentOf({}, chart);
    deployment.addJsonPatch(JsonPatch.replace(PATH, '100m'));
    expect(() => App.of(chart).synthYaml()).toThrow(
      new RegExp(`^Validation failed with the following errors:\\s+\\[chart/some-job\\] ${TOO_SMALL.replace(/[[\]]/g, '\\$&')}`),
    );
  });

  test('a good one passes', () => {
    const deployment = deploymentOf({}, chart);
    deployment.addJsonPatch(JsonPatch.replace(PATH, '16384m'));
    App.of(chart).synthYaml();
    expect(emitted(chart, 'FlinkDeployment')[0].spec.taskManager.resource.memory).toBe('16384m');
  });

  test.each<[string, unknown, string]>([
    ['/spec/fieldOfTomorrow', 1, '[unknown-field]'], ['/spec/job/parallelism', '4', '[manifest-field]'], ['/spec/image', 5, '[manifest-field]'],
    ['/spec/job/args', 'x', '[manifest-field]'], ['/spec/taskManager/podTemplate/spec/containers', [null], '[manifest-field]'], ['/spec/podTemplate', 5, '[manifest-field]'],
    ['/kind', 'FlinkStateSnapshot', '[unknown-field]'], ['/kind', 'X', '[manifest-field]'],
    ['/spec/flinkConfiguration/blob.server.port', '6000-7000', '[port-range]'],
    ['/spec/flinkConfiguration/kubernetes.taskmanager.tolerations', 'broken', '[option-value]'],
  ])('%s: %j is told, not broken by', (path, value, code) => {
    const deployment = deploymentOf({}, chart);
    deployment.addJsonPatch(JsonPatch.add(path, value));
    expect(deployment.node.validate()).toEqual([expect.stringContaining(code)]);
  });

  test('values that are not text and nested keys are read as the operator reads them', () => {
    const deployment = deploymentOf({}, chart);
    deployment.addJsonPatch(JsonPatch.add('/spec/flinkConfiguration/kubernetes', { namespace: 'x' }));
    expect(deployment.node.validate()).toEqual([expect.stringContaining('[forbidden-key]')]);
    deployment.addJsonPatch(
      JsonPatch.remove('/spec/flinkConfiguration/kubernetes'),
      JsonPatch.add('/spec/flinkConfiguration/execution.checkpointing.unaligned.enabled', true),
      JsonPatch.add('/spec/flinkConfiguration/execution.checkpointing.max-concurrent-checkpoints', 2),
    );
    expect(deployment.node.validate()).toEqual([expect.stringContaining('[unaligned-with-concurrent-checkpoints]')]);
  });

  test('the errors are the same however often they are asked for, and follow the newest patch', () => {
    const deployment = deploymentOf({}, chart);
    const { node } = deployment;
    expect(node.validate()).toEqual([]);
    deployment.addJsonPatch(JsonPatch.add('/spec/flinkConfiguration/kubernetes.namespace', 'x'));
    const [first, second, third] = [node.validate(), node.validate(), node.validate()];
    expect(first).toEqual([says(
      'the operator forbids kubernetes.namespace in flinkConfiguration [forbidden-key]', 'kubernetes.namespace in flinkConfiguration',
      'any key but kubernetes.namespace, kubernetes.cluster-id, high-availability.cluster-id',
      'remove it; the operator sets it from the resource\'s name and namespace',
    )]);
    expect([second, third]).toEqual([first, first]);
    deployment.addJsonPatch(JsonPatch.remove('/spec/flinkConfiguration/kubernetes.namespace'));
    expect(node.validate()).toEqual([]);
  });
});

test('the explanation holds every decision and every setting', () => {
  const deployment = deploymentOf({ metricReporters: [new PrometheusReporter()], flinkConfiguration: { 'some.raw.key': 'x' } }, chart);
  const explanation = deployment.explain();
  const { flinkConfiguration } = emitted(chart, 'FlinkDeployment')[0].spec;
  const wanted = [...deployment.plan.decisions.map(({ title }) => title), ...Object.entries(flinkConfiguration).map(([key, value]) => `${key}: ${value}`)];
  expect(wanted.length).toBeGreaterThan(25);
  expect(wanted.filter((text) => !explanation.includes(text))).toEqual([]);
  expect(deployment.explain()).toBe(explanation);
});

test('the same facts give the same manifest', () => {
  const yaml = () => {
    const app = new App();
    deploymentOf({}, freshChart(app));
    return app.synthYaml();
  };
  expect(yaml()).toBe(yaml());
});

test('the explanation says what a raw setting and a patch have put in the place of the plan', () => {
  const deployment = deploymentOf({ flinkConfiguration: { 'execution.checkpointing.interval': '7min' } }, chart);
  deployment.addJsonPatch(JsonPatch.add('/spec/flinkConfiguration/rest.flamegraph.enabled', 'true'));
  const explanation = deployment.explain();
  expect(explanation).toContain('! flinkConfiguration says 7min instead');
  expect(explanation).toContain('  by flinkConfiguration\n    execution.checkpointing.interval: 7min');
  expect(explanation).toContain('  by a patch\n    rest.flamegraph.enabled: true');
});
