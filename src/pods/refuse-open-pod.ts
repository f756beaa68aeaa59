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
const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/';

/** Refuses a pod that is not of the restricted Pod Security Standard. */
export function refuseOpenPod(spec: Fields, annotations: Readonly<Record<string, string>> = {}): void {
  ['hostNetwork', 'hostPID', 'hostIPC'].forEach((field) => refuseUnless(`spec.${field}`, spec[field], 'false', !spec[field]));
  refuseContext('the pod', spec.securityContext);
  list(spec.securityContext.sysctls).forEach(({ name }) => refuseUnless('a sysctl of the pod', name, SYSCTLS.join(', '), SYSCTLS.includes(name)));
  list(spec.volumes).forEach(({ name, ...source }) => Object.keys(source)
    .forEach((kind) => refuseUnless(`volume ${name}`, kind, VOLUMES.join(', '), VOLUMES.includes(kind))));
  [...list(spec.containers), ...list(spec.initContainers)].forEach(refuseContainer);
  Object.entries(annotations).filter(([name]) => name.startsWith(APPARMOR)).forEach(([name, profile]) => {
    refuseUnless(name, profile, 'runtime/default or localhost/…', /^(runtime\/default$|localhost\/)/.test(profile));
  });
}

function refuseContainer({ name, securityContext: context, ports, livenessProbe, readinessProbe, startupProbe, lifecycle }: Fields): void {
  const place = `container ${name}`;
  refuseContext(place, context);
  refuseUnless(`securityContext.privileged of ${place}`, context.privileged, 'false', !context.privileged);
  refuseUnless(`securityContext.allowPrivilegeEscalation of ${place}`, context.allowPrivilegeEscalation, 'false', context.allowPrivilegeEscalation === false);
  refuseUnless(`securityContext.procMount of ${place}`, context.procMount, 'Default', [undefined, 'Default'].includes(context.procMount));
  const { drop, add = [] } = context.capabilities;
  refuseUnless(`securityContext.capabilities.drop of ${place}`, String(drop), 'ALL', Array.isArray(drop) && drop.includes('ALL'));
  const others = [add].flat().filter((capability) => capability !== 'NET_BIND_SERVICE');
  refuseUnless(`securityContext.capabilities.add of ${place}`, String(others), 'NET_BIND_SERVICE', others.length === 0);
  list(ports).forEach(({ hostPort = 0 }) => refuseUnless(`hostPort of ${place}`, hostPort, '0', hostPort === 0));
  [livenessProbe, readinessProbe, startupProbe, lifecycle?.postStart, lifecycle?.preStop].forEach((handler) => {
    const host = handler?.httpGet?.host ?? handler?.tcpSocket?.host ?? '';
    refuseUnless(`the host of a probe or hook of ${place}`, host, 'the pod itself', host === '');
  });
}

/** What a pod and a container say alike. */
function refuseContext(place: string, context: Fields): void {
  const { runAsNonRoot = true, runAsUser, seccompProfile, appArmorProfile, seLinuxOptions, windowsOptions } = context;
  const refuse = (field: string, got: unknown, allowed: string, holds: boolean) => refuseUnless(`securityContext.${field} of ${place}`, got, allowed, holds);
  refuse('runAsNonRoot', runAsNonRoot, 'true', runAsNonRoot === true);
  refuse('runAsUser', runAsUser, '1 and above', runAsUser !== 0);
  for (const [field, profile] of Object.entries({ seccompProfile, appArmorProfile })) {
    refuse(field, profile?.type, 'RuntimeDefault or Localhost', profile === undefined || ['RuntimeDefault', 'Localhost'].includes(profile?.type));
  }
  refuse('windowsOptions.hostProcess', windowsOptions?.hostProcess, 'false', !windowsOptions?.hostProcess);
  const { type = '', user = '', role = '' } = seLinuxOptions ?? {};
  refuse('seLinuxOptions', `${type} ${user} ${role}`.trim(), `no user, no role, a type of ${SELINUX_TYPES.join(', ')}`,
    ['', ...SELINUX_TYPES].includes(type) && user === '' && role === '');
}

/** What is no list is refused by Kubernetes itself. */
function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter((element) => typeof element === 'object' && element !== null) : [];
}

function refuseUnless(what: string, got: unknown, allowed: string, holds: boolean): void {
  if (!holds) {
    throw new Refusal({
      code: 'pod-security',
      what: `the restricted Pod Security Standard forbids this of ${what}`,
      got: typeof got === 'object' && got !== null ? 'a list or a map' : shown(got),
      allowed,
      fix: 'remove it, or say podSecurity PodSecurity.ofImage({ reason }), which leaves the pods to you',
    });
  }
}
