import { PodTemplate } from './pod-template';
import { Refusal, shown } from '../refusal';

type Fields = { readonly [field: string]: any };

/** Kinds of volume that the restricted standard lets through. */
const VOLUMES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];
const SELINUX_TYPES = ['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];
const SYSCTLS = [
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_unprivileged_port_start', 'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range', 'net.ipv4.ip_local_reserved_ports', 'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes',
];

/** The template with all that the restricted Pod Security Standard asks for; what is already there may be stricter, and is refused where it is not. */
export function restrictedPod(template: PodTemplate, { user, group }: { readonly user: number; readonly group: number }): PodTemplate {
  const { spec } = template;
  const each = (containers: Fields[]) =>
    containers.map((container) => ({ ...container, securityContext: containerContext(container.securityContext) }));
  const restricted: Fields = {
    ...spec,
    containers: each(spec.containers as Fields[]),
    ...(spec.initContainers === undefined ? {} : { initContainers: each(spec.initContainers as Fields[]) }),
    securityContext: {
      runAsNonRoot: true, runAsUser: user, runAsGroup: group, fsGroup: group, seccompProfile: { type: 'RuntimeDefault' }, ...spec.securityContext as Fields,
    },
  };
  refusePod(restricted);
  refuseAppArmor(template.metadata?.annotations);
  return { ...template, spec: restricted };
}

function containerContext(given: Fields = {}): Fields {
  return { allowPrivilegeEscalation: false, ...given, capabilities: { drop: ['ALL'], ...given.capabilities } };
}

function refusePod({ securityContext, containers, initContainers = [], volumes = [], ...spec }: Fields): void {
  ['hostNetwork', 'hostPID', 'hostIPC'].forEach((field) => refuseUnless(`spec.${field}`, spec[field], 'false', !spec[field]));
  refuseContext('spec', securityContext);
  (securityContext.sysctls ?? []).forEach(({ name }: Fields) => refuseUnless('spec.securityContext.sysctls', name, SYSCTLS.join(', '), SYSCTLS.includes(name)));
  volumes.forEach(({ name, ...source }: Fields) => Object.keys(source).forEach((kind) => refuseUnless(`volume ${name}`, kind, VOLUMES.join(', '), VOLUMES.includes(kind))));
  [...containers, ...initContainers].forEach(refuseContainer);
}

function refuseContainer({ name, securityContext: context, ports = [], ...container }: Fields): void {
  const of = (field: string) => `securityContext.${field} of container ${name}`;
  refuseContext(`container ${name}`, context);
  refuseUnless(of('privileged'), context.privileged, 'false', !context.privileged);
  refuseUnless(of('allowPrivilegeEscalation'), context.allowPrivilegeEscalation, 'false', context.allowPrivilegeEscalation === false);
  refuseUnless(of('procMount'), context.procMount, 'Default', [undefined, 'Default'].includes(context.procMount));
  const { drop, add = [] } = context.capabilities;
  refuseUnless(of('capabilities.drop'), String(drop), 'ALL', drop.includes('ALL'));
  refuseUnless(of('capabilities.add'), String(add), 'NET_BIND_SERVICE', add.every((capability: string) => capability === 'NET_BIND_SERVICE'));
  ports.forEach(({ hostPort = 0 }: Fields) => refuseUnless(`hostPort of container ${name}`, hostPort, '0', hostPort === 0));
  const { livenessProbe, readinessProbe, startupProbe, lifecycle } = container;
  [livenessProbe, readinessProbe, startupProbe, lifecycle?.postStart, lifecycle?.preStop].forEach((handler) => {
    const host = handler?.httpGet?.host ?? handler?.tcpSocket?.host ?? '';
    refuseUnless(`the host of a probe or hook of container ${name}`, host, 'the pod itself', host === '');
  });
}

/** What a pod and a container say alike. */
function refuseContext(place: string, context: Fields): void {
  const of = (field: string) => `securityContext.${field} of ${place === 'spec' ? 'the pod' : place}`;
  const { runAsNonRoot = true, runAsUser, seccompProfile = { type: 'RuntimeDefault' }, appArmorProfile, seLinuxOptions = {}, windowsOptions } = context;
  refuseUnless(of('runAsNonRoot'), runAsNonRoot, 'true', runAsNonRoot === true);
  refuseUnless(of('runAsUser'), runAsUser, '1 and above', runAsUser !== 0);
  refuseUnless(of('seccompProfile'), seccompProfile.type, 'RuntimeDefault or Localhost', ['RuntimeDefault', 'Localhost'].includes(seccompProfile.type));
  refuseUnless(of('appArmorProfile'), appArmorProfile?.type, 'RuntimeDefault or Localhost', [undefined, 'RuntimeDefault', 'Localhost'].includes(appArmorProfile?.type));
  refuseUnless(of('windowsOptions'), 'hostProcess', 'false', !windowsOptions?.hostProcess);
  const { type = '', user = '', role = '' } = seLinuxOptions;
  refuseUnless(of('seLinuxOptions'), `${type} ${user} ${role}`.trim(), `no user, no role, a type of ${SELINUX_TYPES.join(', ')}`, ['', ...SELINUX_TYPES].includes(type) && user === '' && role === '');
}

function refuseAppArmor(annotations: Readonly<Record<string, string>> = {}): void {
  Object.entries(annotations).filter(([name]) => name.startsWith('container.apparmor.security.beta.kubernetes.io/')).forEach(([name, profile]) => {
    refuseUnless(name, profile, 'runtime/default or localhost/…', profile === 'runtime/default' || profile.startsWith('localhost/'));
  });
}

function refuseUnless(what: string, got: unknown, allowed: string, holds: boolean): void {
  if (!holds) {
    throw new Refusal({
      code: 'pod-security',
      what: `the restricted Pod Security Standard forbids this of ${what}`,
      got: shown(got),
      allowed,
      fix: 'remove it, or say podSecurity PodSecurity.ofImage({ reason }), which leaves the pods to you',
    });
  }
}
