/*
 * Kubernetes' restricted Pod Security Standard, control by control in the order of
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/, written from that page and from nothing of ours.
 */

type Any = { readonly [field: string]: any };

interface Control {
  readonly name: string;
  /** Where a value is looked for: in the pod's spec, in each container, or in both security contexts. */
  readonly violated: (pod: Any, containers: Any[]) => boolean;
}

const contexts = (pod: Any, containers: Any[]): Any[] => [pod, ...containers].map(({ securityContext }) => securityContext ?? {});
const BASELINE: Control[] = [
  {
    name: 'HostProcess',
    violated: (pod, containers) => contexts(pod, containers).some(({ windowsOptions }) => windowsOptions?.hostProcess === true),
  },
  { name: 'Host Namespaces', violated: (pod) => [pod.hostNetwork, pod.hostPID, pod.hostIPC].includes(true) },
  { name: 'Privileged Containers', violated: (_, containers) => containers.some(({ securityContext }) => securityContext?.privileged === true) },
  { name: 'HostPath Volumes', violated: ({ volumes = [] }) => volumes.some(({ hostPath }: Any) => hostPath !== undefined) },
  { name: 'Host Ports', violated: (_, containers) => containers.some(({ ports = [] }) => ports.some(({ hostPort = 0 }: Any) => hostPort !== 0)) },
  {
    name: 'Host Probes / Lifecycle Hooks',
    violated: (_, containers) => containers.some(({ livenessProbe, readinessProbe, startupProbe, lifecycle = {} }) =>
      [livenessProbe, readinessProbe, startupProbe, lifecycle.postStart, lifecycle.preStop]
        .some((handler) => handler?.httpGet?.host || handler?.tcpSocket?.host)),
  },
  {
    name: 'SELinux',
    violated: (pod, containers) => contexts(pod, containers).some(({ seLinuxOptions: { type, user, role } = {} as Any }) =>
      ![undefined, '', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'].includes(type) || Boolean(user) || Boolean(role)),
  },
  {
    name: '/proc Mount Type',
    violated: (_, containers) => containers.some(({ securityContext }) => ![undefined, 'Default'].includes(securityContext?.procMount)),
  },
  { name: 'AppArmor', violated: (pod, containers) => contexts(pod, containers).some(({ appArmorProfile }) => appArmorProfile?.type === 'Unconfined') },
  {
    name: 'Sysctls',
    violated: ({ securityContext: { sysctls = [] } = {} as Any }) => sysctls.some(({ name }: Any) => ![
      'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_unprivileged_port_start', 'net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range',
      'net.ipv4.ip_local_reserved_ports', 'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes',
    ].includes(name)),
  },
];

const RESTRICTED: Control[] = [
  {
    name: 'Volume Types',
    violated: ({ volumes = [] }) => volumes.some(({ name, ...source }: Any) => Object.keys(source).length !== 1
      || !['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'].includes(Object.keys(source)[0])),
  },
  {
    name: 'Privilege Escalation',
    violated: (_, containers) => containers.some(({ securityContext }) => securityContext?.allowPrivilegeEscalation !== false),
  },
  {
    name: 'Running as Non-root',
    violated: (pod, containers) => containers.some(({ securityContext }) =>
      (securityContext?.runAsNonRoot ?? pod.securityContext?.runAsNonRoot) !== true),
  },
  { name: 'Running as Non-root user', violated: (pod, containers) => contexts(pod, containers).some(({ runAsUser }) => runAsUser === 0) },
  {
    name: 'Seccomp',
    violated: (pod, containers) => containers.some(({ securityContext }) =>
      !['RuntimeDefault', 'Localhost'].includes((securityContext?.seccompProfile ?? pod.securityContext?.seccompProfile)?.type)),
  },
  {
    name: 'Capabilities',
    violated: (_, containers) => containers.some(({ securityContext: { capabilities: { drop = [], add = [] } = {} as Any } = {} as Any }) =>
      !drop.includes('ALL') || add.some((capability: string) => capability !== 'NET_BIND_SERVICE')),
  },
];

/** Names of the controls that a pod does not keep; none for a restricted pod. */
export function violations(pod: Any): string[] {
  const containers = [...pod.containers ?? [], ...pod.initContainers ?? [], ...pod.ephemeralContainers ?? []];
  return [...BASELINE, ...RESTRICTED].filter(({ violated }) => violated(pod, containers)).map(({ name }) => name);
}
