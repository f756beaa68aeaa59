import { Refusal, shown } from '../refusal';

type Fields = { readonly [field: string]: any };

/** Kinds of volume that the restricted standard lets through. */
const VOLUMES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];
const SELINUX_TYPES = ['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];
const SELINUX = `no user, no role, a type of ${SELINUX_TYPES.join(', ')}`;
const SYSCTLS = [
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_unprivileged_port_start', 'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range', 'net.ipv4.ip_local_reserved_ports', 'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes',
];
const PROFILES = ['RuntimeDefault', 'Localhost'];
const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/';

/** Refuses a pod that is not of the restricted Pod Security Standard. */
export function refuseOpenPod(spec: Fields, annotations: Readonly<Record<string, string>> = {}): void {
  const { hostNetwork, hostPID, hostIPC, securityContext } = spec;
  refuseUnless(!hostNetwork, 'spec.hostNetwork', hostNetwork, 'false');
  refuseUnless(!hostPID, 'spec.hostPID', hostPID, 'false');
  refuseUnless(!hostIPC, 'spec.hostIPC', hostIPC, 'false');
  refuseContext('the pod', securityContext);
  list(securityContext.sysctls).forEach(({ name }) => refuseUnless(SYSCTLS.includes(name), 'a sysctl', name, SYSCTLS, 'the pod'));
  list(spec.volumes).forEach(refuseVolume);
  list(spec.containers).forEach(refuseContainer);
  list(spec.initContainers).forEach(refuseContainer);
  Object.entries(annotations).filter(([name]) => name.startsWith(APPARMOR)).forEach(([name, profile]) => {
    refuseUnless(/^(runtime\/default$|localhost\/)/.test(profile), name, profile, 'runtime/default or localhost/…');
  });
}

function refuseVolume({ name, ...source }: Fields): void {
  Object.keys(source).forEach((kind) => refuseUnless(VOLUMES.includes(kind), `volume ${name}`, kind, VOLUMES));
}

function refuseContainer({ name, securityContext: context, ports, livenessProbe, readinessProbe, startupProbe, lifecycle }: Fields): void {
  const place = `container ${name}`;
  refuseContext(place, context);
  const { privileged, allowPrivilegeEscalation, procMount = 'Default', capabilities: { drop, add = [] } } = context;
  refuseUnless(!privileged, 'securityContext.privileged', privileged, 'false', place);
  refuseUnless(allowPrivilegeEscalation === false, 'securityContext.allowPrivilegeEscalation', allowPrivilegeEscalation, 'false', place);
  refuseUnless(procMount === 'Default', 'securityContext.procMount', procMount, 'Default', place);
  refuseUnless(Array.isArray(drop) && drop.includes('ALL'), 'securityContext.capabilities.drop', String(drop), 'ALL', place);
  const others = [add].flat().filter((capability) => capability !== 'NET_BIND_SERVICE');
  refuseUnless(others.length === 0, 'securityContext.capabilities.add', String(others), 'NET_BIND_SERVICE', place);
  list(ports).forEach(({ hostPort = 0 }) => refuseUnless(hostPort === 0, 'hostPort', hostPort, '0', place));
  for (const handler of [livenessProbe, readinessProbe, startupProbe, lifecycle?.postStart, lifecycle?.preStop]) {
    const host = handler?.httpGet?.host ?? handler?.tcpSocket?.host ?? '';
    refuseUnless(host === '', 'the host of a probe or hook', host, 'the pod itself', place);
  }
}

/** What a pod and a container say alike. */
function refuseContext(place: string, context: Fields): void {
  const { runAsNonRoot = true, runAsUser, seccompProfile, appArmorProfile, seLinuxOptions, windowsOptions } = context;
  refuseUnless(runAsNonRoot === true, 'securityContext.runAsNonRoot', runAsNonRoot, 'true', place);
  refuseUnless(runAsUser !== 0, 'securityContext.runAsUser', runAsUser, '1 and above', place);
  refuseUnless(isClosed(seccompProfile), 'securityContext.seccompProfile', seccompProfile?.type, 'RuntimeDefault or Localhost', place);
  refuseUnless(isClosed(appArmorProfile), 'securityContext.appArmorProfile', appArmorProfile?.type, 'RuntimeDefault or Localhost', place);
  refuseUnless(!windowsOptions?.hostProcess, 'securityContext.windowsOptions.hostProcess', windowsOptions?.hostProcess, 'false', place);
  const { type = '', user = '', role = '' } = seLinuxOptions ?? {};
  refuseUnless((type === '' || SELINUX_TYPES.includes(type)) && user === '' && role === '',
    'securityContext.seLinuxOptions', `${type} ${user} ${role}`.trim(), SELINUX, place);
}

function isClosed(profile: Fields | null | undefined): boolean {
  return profile === undefined || PROFILES.includes(profile?.type);
}

/** What is no list is refused by Kubernetes itself. */
function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter((element) => typeof element === 'object' && element !== null) : [];
}

/** The texts are put together only where they are told: nearly every pod passes. */
function refuseUnless(holds: boolean, what: string, got: unknown, allowed: string | string[], place?: string): void {
  if (!holds) {
    throw new Refusal({
      code: 'pod-security',
      what: `the restricted Pod Security Standard forbids this of ${what}${place === undefined ? '' : ` of ${place}`}`,
      got: typeof got === 'object' && got !== null ? 'a list or a map' : shown(got),
      allowed: typeof allowed === 'string' ? allowed : allowed.join(', '),
      fix: 'remove it, or say podSecurity PodSecurity.ofImage({ reason }), which leaves the pods to you',
    });
  }
}
