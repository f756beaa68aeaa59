import { Size } from 'cdk8s';
import { UNRESTRICTED } from './roles';
import { podTemplate } from '../../src/pods/pod-template';
import { refusalOf, says } from '../refusals';
import { Cpu, EnvironmentVariable, MountedVolume, PodContribution, Sidecar } from 'cdk8s-flink';

const SIDECAR: Sidecar = { name: 'shipper', image: 'shipper:1', cpu: Cpu.millis(250), memory: Size.mebibytes(64) };
const scratch = MountedVolume.emptyDir({ name: 'scratch', sizeLimit: Size.gibibytes(1) });
const specOf = (...contributions: PodContribution[]): any => podTemplate(contributions, UNRESTRICTED)!.spec;
const amounts = { cpu: '250m', memory: '64Mi' };
const rendered = { name: 'shipper', image: 'shipper:1', resources: { requests: amounts, limits: amounts } };

test('a sidecar stands beside Flink, with as much requested as allowed', () => {
  expect(specOf({ sidecars: [SIDECAR] })).toEqual({ containers: [{ name: 'flink-main-container' }, rendered] });
  expect(specOf({ sidecars: [{ ...SIDECAR, cpu: Cpu.cores(2), memory: Size.gibibytes(1) }] }).containers[1].resources.limits).toEqual({ cpu: '2', memory: '1Gi' });
});

test('one that starts first is an init container that stays, before those that end', () => {
  const spec = specOf({ initContainers: [{ ...SIDECAR, name: 'prepare' }], sidecars: [{ ...SIDECAR, startsFirst: true }] });
  expect(spec).toEqual({
    initContainers: [{ ...rendered, restartPolicy: 'Always' }, { ...rendered, name: 'prepare' }],
    containers: [{ name: 'flink-main-container' }],
  });
});

test('everything that a container may have', () => {
  expect(specOf({
    volumes: [scratch],
    sidecars: [{
      ...SIDECAR,
      command: ['ship'],
      args: ['--all'],
      environment: [
        EnvironmentVariable.fromField('NODE', 'spec.nodeName'), EnvironmentVariable.fromConfigMap('LEVEL', 'some-map', 'level'),
      ],
      mounts: [{ volume: 'scratch', mountPath: '/in', readOnly: true, subPath: 'logs' }],
      user: 1000,
      readOnlyRootFilesystem: true,
    }],
  })).toEqual({
    containers: [{ name: 'flink-main-container' }, {
      ...rendered,
      command: ['ship'],
      args: ['--all'],
      env: [
        { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
        { name: 'LEVEL', valueFrom: { configMapKeyRef: { name: 'some-map', key: 'level' } } },
      ],
      volumeMounts: [{ name: 'scratch', mountPath: '/in', readOnly: true, subPath: 'logs' }],
      securityContext: { runAsUser: 1000, readOnlyRootFilesystem: true },
    }],
    volumes: [{ name: 'scratch', emptyDir: { sizeLimit: '1Gi' } }],
  });
});

test.each<[Partial<Sidecar>, string]>([
  [{ name: 'Ship_It' }, '"Ship_It" with image "shipper:1"'],
  [{ name: `${'a'.repeat(64)}` }, `"${'a'.repeat(64)}" with image "shipper:1"`],
  [{ image: ' ' }, '"shipper" with image " "'],
  [{ image: undefined }, '"shipper" with image undefined'],
])('%p is refused', (changes, got) => {
  expect(refusalOf(() => specOf({ sidecars: [{ ...SIDECAR, ...changes } as Sidecar] })).message).toBe(says(
    'a container beside Flink needs a name and an image [container-name]', got,
    'a name of at most 63 lower-case letters, digits and dashes, and an image that is not blank',
    "for example name 'log-shipper'; without an image Kubernetes refuses the pod",
  ));
});

test.each<[PodContribution, string]>([[{}, 'none: the pod has no volumes'], [{ volumes: [scratch] }, 'scratch']])('a mount of a volume that %p does not have is refused', (pod, allowed) => {
  const sidecars = [{ ...SIDECAR, mounts: [{ volume: 'logs', mountPath: '/logs' }] }];
  expect(refusalOf(() => specOf({ ...pod, sidecars })).message).toBe(says(
    'container shipper mounts a volume that the pod does not have [mount-without-volume]', '"logs"', allowed, 'add the volume to `volumes`',
  ));
});

test.each(['shipper', 'flink-main-container'])('two containers named %s are refused', (name) => {
  const both = { sidecars: [{ ...SIDECAR, name }], initContainers: [SIDECAR] };
  expect(refusalOf(() => specOf(both)).message).toBe(says(
    'one pod is asked for the same container more than once [pod-conflict]', `"${name}" twice`, 'each container once', 'give one of them another name or port, or leave it out',
  ));
});

test.each([0, -1, 1.5])('a sidecar of user %p is refused', (user) => {
  expect(refusalOf(() => specOf({ sidecars: [{ ...SIDECAR, user }] })).message).toBe(says(
    'the user of container shipper cannot be had in a restricted pod [pod-security-user]', String(user), 'a whole number from 1; 0 is root',
    'leave it out for 9999, the user and group of the official image',
  ));
});
