import { readBoolean } from '../../flink/configuration/option-reading';
import { PodContainer, PodSpec } from '../../operator/manifest/flink-manifests';
import { ManifestPath } from '../../operator/manifest/manifest-path';
import { containersInTemplates, podTemplates } from '../pods/containers-in-templates';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

const HOST_NETWORK = 'kubernetes.hostnetwork.enabled';

interface Security {
  readonly privileged?: boolean;
  readonly allowPrivilegeEscalation?: boolean;
  readonly capabilities?: { readonly add?: unknown };
}

export const privilegedContainer: Rule = {
  id: 'privileged-container',
  pack: Pack.PRODUCTION,
  category: Category.SECURITY,
  severity: Severity.WARNING,
  title: 'a container with the rights of its node',
  why: 'whoever gets into it, a job\'s code for example, has the node and every pod on it; clusters that enforce the baseline Pod Security Standard refuse the pod',
  fix: 'remove it from securityContext; Flink needs none of it',
  source: 'Kubernetes docs, Pod Security Standards: baseline',
  fires: 'podTemplate: { spec: { containers: [{ name: flink-main-container, securityContext: { privileged: true } }] } }',
  passes: 'podTemplate: { spec: { containers: [{ name: flink-main-container, securityContext: { allowPrivilegeEscalation: false } }] } }',
  check: ({ manifest: { spec } }) => containersInTemplates(spec).flatMap(({ path, container }) => {
    const { privileged, capabilities } = securityOf(container);
    const added = (Array.isArray(capabilities?.add) ? capabilities.add as readonly string[] : []).filter((capability) => ['SYS_ADMIN', 'ALL', 'SYS_PTRACE', 'NET_ADMIN', 'SYS_MODULE'].includes(capability));
    return [
      ...(privileged === true ? [finding([...path, 'securityContext', 'privileged'], `the container ${String(container.name)} has every right of its node`, 'true')] : []),
      ...(added.length > 0 ? [finding([...path, 'securityContext', 'capabilities', 'add'], `the container ${String(container.name)} has rights over its node`, added.join(', '))] : []),
    ];
  }),
};

export const hostNamespace: Rule = {
  id: 'host-namespace',
  pack: Pack.STRICT,
  category: Category.SECURITY,
  severity: Severity.WARNING,
  title: 'pods in the network or among the processes of their node',
  why: 'the ports of Flink are open on the node, network policies do not hold there, and the baseline Pod Security Standard forbids it',
  fix: 'remove it, and reach Flink through its Services',
  source: 'Kubernetes docs, Pod Security Standards: host namespaces; Flink KubernetesConfigOptions.KUBERNETES_HOSTNETWORK_ENABLED',
  fires: 'flinkConfiguration: { kubernetes.hostnetwork.enabled: "true" }',
  passes: 'flinkConfiguration: { kubernetes.hostnetwork.enabled: "false" }',
  check: ({ manifest: { spec }, configuration }) => [
    ...(readBoolean(configuration, HOST_NETWORK, false) ? [finding(optionPath(HOST_NETWORK), 'the pods share the network of their node', 'true')] : []),
    // Flink decides hostNetwork itself, by its option.
    ...podTemplates(spec).flatMap(({ path, template }) => ['hostPID', 'hostIPC'].filter((field) => template.spec?.[field] === true)
      .map((field) => finding([...path, 'spec', field], 'the pods share the processes or the memory of their node', 'true'))),
  ],
};

export const hostPathVolume: Rule = {
  id: 'host-path-volume',
  pack: Pack.STRICT,
  category: Category.SECURITY,
  severity: Severity.WARNING,
  title: 'a directory of the node as a volume',
  why: 'the next pod lies on another node and finds another directory there, and the baseline Pod Security Standard forbids it, since a pod may so reach what belongs to the node',
  fix: 'take a PersistentVolumeClaim, an ephemeral volume of a local storage class, or an emptyDir',
  source: 'Kubernetes docs, Pod Security Standards: hostPath volumes; Volumes: hostPath',
  fires: 'podTemplate: { spec: { volumes: [{ name: scratch, hostPath: { path: /mnt/disks } }] } }',
  passes: 'podTemplate: { spec: { volumes: [{ name: scratch, emptyDir: { sizeLimit: 20Gi } }] } }',
  check: ({ manifest: { spec } }) => podTemplates(spec).flatMap(({ path, template: { spec: pod } }) => volumesOf(pod)
    .flatMap(({ name, hostPath }, index): Finding[] => (
      hostPath === undefined ? [] : [finding([...path, 'spec', 'volumes', index], `the volume ${String(name)} is a folder of whichever node the pod lies on`, 'hostPath')]))),
};

export const rootAllowed: Rule = {
  id: 'root-allowed',
  pack: Pack.STRICT,
  category: Category.SECURITY,
  severity: Severity.INFO,
  title: 'pods whose containers may run as root',
  why: 'only with runAsNonRoot does Kubernetes refuse an image that starts as root, and the restricted Pod Security Standard asks for it',
  fix: 'set podTemplate.spec.securityContext.runAsNonRoot to true, with runAsUser 9999 for the official images',
  source: 'Kubernetes docs, Pod Security Standards: restricted; official images of Flink: the user flink has the id 9999',
  fires: 'podTemplate: { spec: { securityContext: null } }',
  passes: 'podTemplate: { spec: { securityContext: { runAsNonRoot: true } } }',
  check: ({ manifest: { spec } }) => (['jobManager', 'taskManager'] as const).filter((role) => ![spec.podTemplate, spec[role]?.podTemplate].some((template) =>
    isNonRoot(template?.spec) || (template?.spec?.containers ?? []).some(isNonRoot))).map((role): Finding => ({
    path: ['spec', role, 'podTemplate'],
    what: `nothing keeps containers of the ${role === 'jobManager' ? 'JobManager' : 'TaskManagers'} from running as root`,
    got: 'no runAsNonRoot',
    allowed: 'runAsNonRoot: true',
  })),
};

function isNonRoot(part: PodSpec | PodContainer | undefined): boolean {
  return (part?.securityContext as { readonly runAsNonRoot?: boolean } | undefined)?.runAsNonRoot === true;
}

function securityOf({ securityContext }: PodContainer): Security {
  return (securityContext ?? {}) as Security;
}

function volumesOf(spec: PodSpec | undefined): readonly { readonly name?: unknown; readonly hostPath?: unknown }[] {
  return Array.isArray(spec?.volumes) ? spec.volumes : [];
}

function finding(path: ManifestPath, what: string, got: string): Finding {
  return { path, what, got, allowed: 'nothing there' };
}
