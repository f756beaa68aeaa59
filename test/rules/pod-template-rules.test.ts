import { asRefused } from './as-refused';
import { ManifestSpec } from '../../src/operator/manifest/flink-manifests';
import { ambiguousMemory } from '../../src/rules/memory/ambiguous-memory';
import { restTlsStartupProbe } from '../../src/rules/network/rest-tls-startup-probe';
import { containerWithoutImage, overwrittenResources } from '../../src/rules/pods/broken-containers';
import { fusedPodTemplates } from '../../src/rules/pods/fused-pod-templates';
import { Rule } from '../../src/rules/rule';
import { standaloneCpu } from '../../src/rules/slots/standalone-cpu';
import { someCluster } from '../some-cluster';

const SPEC: ManifestSpec = {
  flinkVersion: 'v1_20',
  image: 'flink:1.20',
  jobManager: { resource: { memory: '1024m', cpu: 1 } },
  taskManager: { resource: { memory: '4096m', cpu: 2 } },
  job: { parallelism: 4 },
};
const found = (rule: Rule, changes: object) => asRefused(rule, someCluster({ ...SPEC, ...changes } as ManifestSpec));
const main = { name: 'flink-main-container' };
const agent = { name: 'agent', image: 'agent:1' };
const template = (...containers: object[]) => ({ spec: { containers } });
const workers = (podTemplate: object) => ({ ...SPEC.taskManager, podTemplate });

describe('fused-pod-templates', () => {
  test.each([
    ['two containers', template(agent), template(main), '.spec.containers[0]'],
    ['variables of one container', template({ ...main, env: [{ name: 'A' }] }), template({ ...main, env: [{ name: 'B' }] }), '.spec.containers[0].env[0]'],
    ['elements without a name', { spec: { tolerations: [{ key: 'a' }] } }, { spec: { tolerations: [{ key: 'b' }] } }, '.spec.tolerations[0]'],
    ['texts', template({ ...main, args: ['a'] }), template({ ...main, args: ['b'] }), '.spec.containers[0].args[0]'],
  ])('%s at one position', (_, common, special, place) => expect(found(fusedPodTemplates, { podTemplate: common, taskManager: workers(special) })).toEqual([{
    location: 'spec.taskManager.podTemplate',
    what: 'the operator merges lists of both pod templates by position, and fuses what has nothing to do with each other',
    got: `spec.podTemplate${place} and spec.taskManager.podTemplate${place}`,
    allowed: 'a list in one of the two templates',
    fix: 'use `pods` of the construct for both roles, and `pods` of jobManager or taskManager for one',
  }]));

  test.each<[string, object]>([
    ['one template alone', { podTemplate: template(agent) }],
    ['no common one', { taskManager: workers(template(agent)) }],
    ['the same container, with other fields', { podTemplate: template({ ...main, env: [{ name: 'A' }] }), taskManager: workers(template({ ...main, ports: [] })) }],
    ['a longer list that begins alike', { podTemplate: template(main), taskManager: workers(template(main, agent)) }],
    ['equal elements without a name', { podTemplate: { spec: { tolerations: [{ key: 'a' }] } }, taskManager: workers({ spec: { tolerations: [{ key: 'a' }] } }) }],
    ['a merge by name', {
      flinkConfiguration: { 'kubernetes.operator.pod-template.merge-arrays-by-name': 'true' }, podTemplate: template(agent), taskManager: workers(template(main)),
    }],
  ])('%s is none', (_, changes) => expect(found(fusedPodTemplates, changes)).toEqual([]));
});

describe('container-name', () => {
  test('a container beside Flink without an image', () => {
    const finding = (location: string) => ({
      location,
      what: 'a container beside Flink needs an image',
      got: '"main" without one',
      allowed: 'an image, or the name flink-main-container for what belongs to Flink\'s own container',
      fix: 'use `pods` of the construct, which puts variables, ports and mounts into Flink\'s container',
    });
    expect(found(containerWithoutImage, { taskManager: workers(template({ name: 'main' })) })).toEqual([finding('spec.taskManager.podTemplate')]);
    expect(found(containerWithoutImage, { taskManager: workers({ spec: { initContainers: [{ name: 'main', image: ' ' }] } }) }))
      .toEqual([finding('spec.taskManager.podTemplate')]);
    expect(found(containerWithoutImage, { podTemplate: template({ name: 'main' }) })).toEqual([finding('spec.podTemplate')]);
  });

  test.each([[{}], [{ taskManager: workers(template(main, agent)) }]])('%j has none', (changes) => expect(found(containerWithoutImage, changes)).toEqual([]));
});

describe('overwritten-resources', () => {
  test.each<[object, string]>([
    [{ taskManager: workers(template({ ...main, resources: { limits: { memory: '1Gi' } } })) }, 'spec.taskManager.podTemplate.spec.containers[0].resources.limits.memory'],
    [{ podTemplate: template({ ...main, resources: { limits: { memory: '1Gi' } } }) }, 'spec.podTemplate.spec.containers[0].resources.limits.memory'],
  ])('memory of the main container is found (%#)', (changes, location) => expect(found(overwrittenResources, changes)).toEqual([{
    location,
    what: 'Flink overwrites memory of its container in a pod template',
    got: 'limits.memory "1Gi"',
    allowed: 'nothing there',
    fix: 'set memory of jobManager or taskManager of the construct',
  }]));

  test.each([
    [{ ...main, resources: { requests: { 'ephemeral-storage': '1Gi' } } }], [{ ...agent, resources: { limits: { memory: '1Gi', cpu: '1' } } }],
  ])('%j is none', (container) => expect(found(overwrittenResources, { taskManager: workers(template(container)) })).toEqual([]));
});

describe('rest-tls-startup-probe', () => {
  const TLS = { 'security.ssl.rest.enabled': 'true' };
  const probing = (startupProbe: object) => (
    { flinkConfiguration: TLS, jobManager: { ...SPEC.jobManager, podTemplate: template({ ...main, startupProbe }) } });

  test.each([[{ flinkConfiguration: TLS }], [probing({ httpGet: { path: '/config', port: 'rest' } })]])('a probe in plain text is found (%#)', (changes) =>
    expect(found(restTlsStartupProbe, changes)).toEqual([{
      location: 'spec.flinkConfiguration["security.ssl.rest.enabled"]',
      what: 'the REST API answers in TLS alone, and the startup probe of the JobManager asks it in plain text',
      got: 'an HTTP probe',
      allowed: 'a probe by HTTPS, or none',
      fix: 'use `tls` of the construct, new FlinkTls({ rest }), which turns the operator\'s probe off',
    }]));

  test.each([
    [{}], [{ flinkConfiguration: { 'security.ssl.internal.enabled': 'true' } }],
    [{ flinkConfiguration: { ...TLS, 'kubernetes.operator.jm-deployment.startup.probe.enabled': 'false' } }],
    [probing({ httpGet: { path: '/config', port: 'rest', scheme: 'HTTPS' } })], [probing({ tcpSocket: { port: 'rest' } })],
    // A session job, which has no pods of its own.
    [{ flinkConfiguration: TLS, jobManager: undefined }],
  ])('%j is none', (changes) => expect(found(restTlsStartupProbe, changes)).toEqual([]));
});

describe('task-manager-cpu', () => {
  const without = { taskManager: { resource: { memory: '4096m' } } };

  test('standalone TaskManagers ask for what is written', () => expect(found(standaloneCpu, { ...without, mode: 'standalone' })).toEqual([{
    location: 'spec.taskManager.resource.cpu',
    what: 'a standalone TaskManager asks for exactly the CPU that is written, and none is',
    got: '-1',
    allowed: 'above 0',
    fix: 'leave spec.taskManager.resource.cpu as the construct has written it, or set taskManager.cpu',
  }]));

  test.each([[without], [{ mode: 'standalone' }], [{ ...without, mode: 'standalone', flinkConfiguration: { 'kubernetes.taskmanager.cpu.amount': '0.5' } }]])('%j is none', (changes) =>
    expect(found(standaloneCpu, changes)).toEqual([]));
});

describe('ambiguous-memory', () => {
  const asking = (memory: string, limit = '4Gi') => ({ jobManager: { resources: { requests: { memory, cpu: '1' }, limits: { memory: limit } } } });

  test.each(['2048m', '2G', '512k'])('"%s" is found', (memory) => expect(found(ambiguousMemory, asking(memory))).toEqual([{
    location: 'spec.jobManager.resources.requests.memory',
    what: 'Flink and Kubernetes read this amount of memory differently',
    got: `"${memory}"`,
    allowed: 'a whole number with Mi or Gi, which both read alike',
    fix: 'give memory of jobManager or taskManager of the construct, or write 2048Mi for 2048m and 2Gi for 2G',
  }]));

  test('says what the limit becomes', () => {
    const limits = [['2048m', '4Gi'], ['2G', '2Gi']].map(([memory, limit]) => ambiguousMemory.check(someCluster({ ...SPEC, ...asking(memory, limit) }))[0].becomes);
    expect(limits).toEqual(['a limit of the pod 2100000000 times the size of the process', 'a limit of the pod 1.07 times the size of the process']);
  });

  test('a limit is found as a request is', () => expect(found(ambiguousMemory, asking('2Gi', '4G'))).toMatchObject([{ location: 'spec.jobManager.resources.limits.memory', got: '"4G"' }]));

  test.each(['2048Mi', '2Gi', '2147483648'])('"%s" is none', (memory) => expect(found(ambiguousMemory, asking(memory))).toEqual([]));

  // The factor is the same whoever reads them.
  test.each([['2048m', '2048m'], ['2G', '4G'], ['2048m', '3072m']])('"%s" with a limit of "%s" is none', (memory, limit) =>
    expect(found(ambiguousMemory, asking(memory, limit))).toEqual([]));

  test('a request alone has no factor', () => expect(found(ambiguousMemory, { jobManager: { resources: { requests: { memory: '2048m' } } } })).toEqual([]));
});
