import { overwrittenPodField } from '../../../src/rules/pods/overwritten-pod-field';
import { containerWithoutLimits, memoryLimitAboveRequest } from '../../../src/rules/pods/quality-of-service';
import { repeatedVariable } from '../../../src/rules/pods/repeated-variable';
import { mountWithoutVolume, volumeTwice, volumeWithoutSource } from '../../../src/rules/pods/volumes';
import { foundBy, told } from '../example-of';

const main = (fields: string) => `{ spec: { volumes: null, containers: [{ name: flink-main-container, ${fields} }] } }`;
const MOUNT = 'volumeMounts: [{ name: state, mountPath: /state }]';
const VOLUME = '{ spec: { volumes: [{ name: state, emptyDir: {} }] } }';
/** Without the containers that the sound deployment has there, which would be merged with others by position. */
const VOLUME_ALONE = '{ spec: { containers: null, volumes: [{ name: state, emptyDir: {} }] } }';

describe('mount-without-volume', () => {
  test('of both roles', () => expect(told(foundBy(mountWithoutVolume, mountWithoutVolume.fires!))).toEqual([
    'spec.podTemplate.spec.containers[0].volumeMounts[0]: the pods of the JobManager and the TaskManagers have no volume of this name; got "state"; '
    + 'allowed user-artifacts-volume, flink-config-volume, pod-template-volume',
  ]));

  test('a volume of one role is none of the other', () => {
    expect(foundBy(mountWithoutVolume, `podTemplate: ${main(MOUNT)}\ntaskManager: { podTemplate: ${VOLUME_ALONE} }`).map(({ what }) => what))
      .toEqual(['the pods of the JobManager have no volume of this name']);
    expect(foundBy(mountWithoutVolume, `podTemplate: ${main(MOUNT)}\ntaskManager: { podTemplate: ${VOLUME_ALONE} }\njobManager: { podTemplate: ${VOLUME} }`)).toEqual([]);
    expect(foundBy(mountWithoutVolume, `podTemplate: ${VOLUME}\ntaskManager: { podTemplate: ${main(MOUNT)} }`)).toEqual([]);
  });

  test('the volumes that Flink makes by its options may be mounted', () => {
    const mount = 'volumeMounts: [{ name: keys-volume, mountPath: /more/keys }]';
    expect(foundBy(mountWithoutVolume, `podTemplate: ${main(mount)}`)).toHaveLength(1);
    expect(foundBy(mountWithoutVolume, `podTemplate: ${main(mount)}\nflinkConfiguration: { kubernetes.secrets: "keys:/etc/keys" }`)).toEqual([]);
  });
});

describe('volumes', () => {
  test('one name, or one path, twice', () => {
    expect(told(foundBy(volumeTwice, volumeTwice.fires!))).toEqual([
      'spec.podTemplate.spec.volumes[1]: another volume of this pod has this name; got "state"; allowed one of its own',
    ]);
    expect(told(foundBy(volumeTwice, `podTemplate: ${main('volumeMounts: [{ name: a, mountPath: /x }, { name: a, mountPath: /y }, { name: b, mountPath: /x }]')}`))).toEqual([
      'spec.podTemplate.spec.containers[0].volumeMounts[2]: another volume is mounted at this path; got "/x"; allowed one of its own',
    ]);
  });

  test('without a source', () => {
    expect(told(foundBy(volumeWithoutSource, volumeWithoutSource.fires!))).toEqual([
      'spec.podTemplate.spec.volumes[0]: the volume fast-disk has no source; got a name alone; allowed a name and a source; becomes emptyDir: {}',
    ]);
    // The operator lays the role's list over the common one.
    expect(foundBy(volumeWithoutSource, `${volumeWithoutSource.fires!}\ntaskManager: { podTemplate: { spec: { volumes: [{ name: fast-disk, emptyDir: {} }] } } }`)).toEqual([]);
  });
});

describe('quality of service', () => {
  test('what a container lacks', () => {
    const sidecar = (resources: string) => `podTemplate: { spec: { containers: [{ name: shipper, image: "shipper:1", resources: ${resources} }] } }`;
    expect(told(foundBy(containerWithoutLimits, sidecar('{ requests: { cpu: 1, memory: 1Gi }, limits: { memory: 1Gi } }')))).toEqual([
      'spec.podTemplate.spec.containers[0].resources: the container shipper has no limit of cpu; got nothing; allowed requests and limits alike; becomes a pod of the class Burstable',
    ]);
    expect(foundBy(containerWithoutLimits, sidecar('{ limits: { cpu: 1, memory: 1Gi } }'))).toEqual([]);
  });

  test('Flink\'s own container has limits, and one without an image is no container', () => expect(foundBy(containerWithoutLimits,
    'podTemplate: { spec: { containers: [{ name: flink-main-container, image: "orders:1" }, { name: main }] } }')).toEqual([]));

  test('a limit above the request', () => {
    expect(told(foundBy(memoryLimitAboveRequest, memoryLimitAboveRequest.fires!))).toEqual([
      'spec.flinkConfiguration["kubernetes.taskmanager.memory.limit-factor"]: the TaskManager may take 1.5 times the memory that it asks for; got 1.5; allowed 1; '
      + 'becomes request 4096Mi, limit 6144Mi',
    ]);
    expect(told(foundBy(memoryLimitAboveRequest, 'jobManager: { resource: null, resources: { requests: { cpu: 1, memory: 2Gi }, limits: { cpu: 1, memory: 4Gi } } }'))).toEqual([
      'spec.jobManager.resources.limits.memory: the JobManager may take 2 times the memory that it asks for; got 2; allowed 1; becomes request 2048Mi, limit 4096Mi',
    ]);
  });
});

describe('what is overwritten', () => {
  test.each([
    [main('command: [sleep]'), 'spec.podTemplate.spec.containers[0].command: Flink writes the command of its own container'],
    [main('args: [jobmanager]'), 'spec.podTemplate.spec.containers[0].args: Flink writes the args of its own container'],
    [main('image: "orders:2"'), 'spec.podTemplate.spec.containers[0].image: spec.image goes before the image in a pod template'],
    ['{ metadata: { labels: { component: x } } }', 'spec.podTemplate.metadata.labels.component: Flink sets the label component itself'],
    ['{ spec: { serviceAccountName: other } }', 'spec.podTemplate.spec.serviceAccountName: spec.serviceAccount goes before the account in a pod template'],
  ])('%s', (template, what) => expect(told(foundBy(overwrittenPodField, `podTemplate: ${template}`)).map((line) => line.split(';')[0])).toEqual([what]));

  test.each([
    'image: null\npodTemplate: { spec: { containers: [{ name: flink-main-container, image: "orders:2" }] } }',
    'podTemplate: { spec: { containers: [{ name: shipper, image: "shipper:1", command: [ship], args: [all] }] } }',
    'podTemplate: { spec: { serviceAccountName: flink } }',
    'mode: standalone\njob: null\npodTemplate: { spec: { containers: [{ name: flink-main-container, args: [-Dx=y] }] } }',
  ])('%s is none', (spec) => expect(foundBy(overwrittenPodField, spec)).toEqual([]));
});

test('repeated-variable', () => {
  expect(told(foundBy(repeatedVariable, repeatedVariable.fires!))).toEqual([
    'spec.podTemplate.spec.containers[0].env[1]: this container has the variable TZ already; got a second one; allowed each name once',
  ]);
  expect(foundBy(repeatedVariable, `podTemplate: ${main('env: [{ name: A, value: x }, { name: B, value: x }]')}`)).toEqual([]);
});
