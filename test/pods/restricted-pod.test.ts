import { Size } from 'cdk8s';
import { violations } from './restricted-standard';
import { RESTRICTED, UNRESTRICTED } from './roles';
import { podTemplate } from '../../src/pods/pod-template';
import { refusalOf, says } from '../refusals';
import { Cpu, PodContribution, PodSecurity, Sidecar } from 'cdk8s-flink';

const sidecar: Sidecar = { name: 'shipper', image: 'shipper:1', cpu: Cpu.cores(1), memory: Size.gibibytes(1) };
const companions: PodContribution = { sidecars: [sidecar, { ...sidecar, name: 'proxy', startsFirst: true, user: 1000 }], initContainers: [{ ...sidecar, name: 'prepare' }] };
const specOf = (contributions: PodContribution[], role = RESTRICTED): any => podTemplate(contributions, role)!.spec;

test('every container of a restricted pod keeps every control, and of another none is set', () => {
  expect(violations(specOf([companions]))).toEqual([]);
  expect(violations(specOf([companions], UNRESTRICTED))).toEqual(['Privilege Escalation', 'Running as Non-root', 'Seccomp', 'Capabilities']);
});

test('user, group and owner of the volumes are those of the image', () => {
  const seccompProfile = { type: 'RuntimeDefault' };
  expect(specOf([]).securityContext).toEqual({ runAsNonRoot: true, runAsUser: 9999, runAsGroup: 9999, fsGroup: 9999, seccompProfile });
  const of = (user: number, group?: number) => specOf([], { ...RESTRICTED, security: PodSecurity.restricted({ user, group }) }).securityContext;
  expect(of(1000)).toEqual({ runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000, seccompProfile });
  expect(of(1000, 0)).toEqual({ runAsNonRoot: true, runAsUser: 1000, runAsGroup: 0, fsGroup: 0, seccompProfile });
});

test('a group that a strategy asks for owns the volumes; the process is a member of it whatever its own', () => {
  expect(specOf([{ fileSystemGroup: 2000 }]).securityContext).toMatchObject({ fsGroup: 2000, runAsGroup: 9999 });
});

const context = (securityContext: object) => ({ spec: { containers: [{ name: 'shipper', securityContext }] } });
test.each<[object, string, string, string, string]>([
  [{ spec: { hostPID: true } }, 'Host Namespaces', 'spec.hostPID', 'true', 'false'],
  [{ spec: { securityContext: { runAsNonRoot: false } } }, 'Running as Non-root', 'securityContext.runAsNonRoot of the pod', 'false', 'true'],
  [{ spec: { securityContext: { runAsUser: 0 } } }, 'Running as Non-root user', 'securityContext.runAsUser of the pod', '0', '1 and above'],
  [{ spec: { securityContext: { seccompProfile: { type: 'Unconfined' } } } }, 'Seccomp', 'securityContext.seccompProfile of the pod', '"Unconfined"', 'RuntimeDefault or Localhost'],
  [{ spec: { volumes: [{ name: 'disk', hostPath: { path: '/mnt' } }] } }, 'HostPath Volumes', 'volume disk', '"hostPath"',
    'configMap, csi, downwardAPI, emptyDir, ephemeral, persistentVolumeClaim, projected, secret'],
  [context({ privileged: true }), 'Privileged Containers', 'securityContext.privileged of container shipper', 'true', 'false'],
  [context({ allowPrivilegeEscalation: true }), 'Privilege Escalation', 'securityContext.allowPrivilegeEscalation of container shipper', 'true', 'false'],
  [context({ capabilities: { drop: ['KILL'] } }), 'Capabilities', 'securityContext.capabilities.drop of container shipper', '"KILL"', 'ALL'],
  [context({ capabilities: { add: ['NET_BIND_SERVICE', 'SYS_ADMIN'] } }), 'Capabilities', 'securityContext.capabilities.add of container shipper', '"SYS_ADMIN"', 'NET_BIND_SERVICE'],
  [context({ procMount: 'Unmasked' }), '/proc Mount Type', 'securityContext.procMount of container shipper', '"Unmasked"', 'Default'],
  [context({ appArmorProfile: { type: 'Unconfined' } }), 'AppArmor', 'securityContext.appArmorProfile of container shipper', '"Unconfined"', 'RuntimeDefault or Localhost'],
  [context({ windowsOptions: { hostProcess: true } }), 'HostProcess', 'securityContext.windowsOptions.hostProcess of container shipper', 'true', 'false'],
  [context({ seLinuxOptions: { type: 'spc_t' } }), 'SELinux', 'securityContext.seLinuxOptions of container shipper', '"spc_t"',
    'no user, no role, a type of container_t, container_init_t, container_kvm_t, container_engine_t'],
  [{ spec: { containers: [{ name: 'shipper', ports: [{ containerPort: 80, hostPort: 80 }] }] } }, 'Host Ports', 'hostPort of container shipper', '80', '0'],
  [{ spec: { containers: [{ name: 'shipper', livenessProbe: { httpGet: { host: '10.0.0.1', port: 80 } } }] } }, 'Host Probes / Lifecycle Hooks',
    'the host of a probe or hook of container shipper', '"10.0.0.1"', 'the pod itself'],
])('%p is refused', (raw, control, what, got, allowed) => {
  const pods = [companions, { raw: raw as any }];
  expect(violations(specOf(pods, UNRESTRICTED))).toContain(control);
  expect(refusalOf(() => specOf(pods)).message).toBe(says(
    `the restricted Pod Security Standard forbids this of ${what} [pod-security]`, got, allowed,
    'remove it, or say podSecurity PodSecurity.ofImage({ reason }), which leaves the pods to you',
  ));
});

test('a sysctl that is not safe is refused, and so is an unconfined profile by annotation', () => {
  const fix = 'remove it, or say podSecurity PodSecurity.ofImage({ reason }), which leaves the pods to you';
  const sysctls = [{ name: 'kernel.msgmax', value: '1' }];
  expect(refusalOf(() => specOf([{ raw: { spec: { securityContext: { sysctls } } } }])).message)
    .toMatch(/^the restricted Pod Security Standard forbids this of a sysctl of the pod \[pod-security\]\n {2}got {6}"kernel\.msgmax"/);
  const name = 'container.apparmor.security.beta.kubernetes.io/shipper';
  expect(refusalOf(() => specOf([{ annotations: { [name]: 'unconfined' } }])).message).toBe(says(
    `the restricted Pod Security Standard forbids this of ${name} [pod-security]`, '"unconfined"', 'runtime/default or localhost/…', fix,
  ));
});

test('what is stricter stays', () => {
  const stricter = { runAsUser: 1234, readOnlyRootFilesystem: true, seccompProfile: { type: 'Localhost', localhostProfile: 'flink.json' } };
  const spec = specOf([companions, { raw: context(stricter) }]);
  expect(spec.containers[1].securityContext).toEqual({ ...stricter, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
  expect(violations(spec)).toEqual([]);
});

test.each<[string, () => unknown, string, string]>([
  ['user 0', () => PodSecurity.restricted({ user: 0 }), 'the user of PodSecurity.restricted cannot be had in a restricted pod [pod-security-user]', '0'],
  ['half a user', () => PodSecurity.restricted({ user: 1.5 }), 'the user of PodSecurity.restricted cannot be had in a restricted pod [pod-security-user]', '1.5'],
])('%s is refused', (_, work, what, got) => {
  expect(refusalOf(work).message).toBe(says(what, got, 'a whole number from 1; 0 is root', 'leave it out for 9999, the user and group of the official image'));
});

test('a group below zero is refused', () => {
  expect(refusalOf(() => PodSecurity.restricted({ group: -1 })).message).toBe(says(
    'the group of PodSecurity.restricted cannot be had in a restricted pod [pod-security-user]', '-1', 'a whole number from 0',
    'leave it out for 9999, the user and group of the official image',
  ));
});

test.each(['', '  ', undefined])('no restrictions because of %p is refused', (reason) => {
  expect(refusalOf(() => PodSecurity.ofImage({ reason: reason as string })).message).toBe(says(
    'the pods are left unrestricted without a reason [pod-security-reason]', reason === undefined ? 'undefined' : `"${reason}"`,
    'a sentence that the next reader understands', 'say what of the image needs it, or leave podSecurity out',
  ));
});
