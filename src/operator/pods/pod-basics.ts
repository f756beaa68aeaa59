import { podAnnotations, podLabels } from './cluster-labels';
import { appended, FlinkPod, withMain, withSpec } from './flink-pod';
import { mainContainerResources, ProcessDemand } from './main-container-resources';
import { PodSource, Role } from './pod-source';
import { KeyedOption, readBoolean, readChoice, readText, unreadableOption } from '../../flink/configuration/option-reading';
import { readEntries, readEntryLists, readList } from '../../flink/configuration/structured-option';
import { MAIN_CONTAINER } from '../../flink/flink-container';
import { Refusal } from '../../refusal';
import { parseJavaLong } from '../../units/java-number';
import { isBlank, trimAsJava } from '../../units/java-text';
import { OperatorVersion } from '../operator-version';

const IMAGE: KeyedOption = { key: 'kubernetes.container.image.ref', older: ['kubernetes.container.image'] };
export const PULL_POLICIES = ['IfNotPresent', 'Always', 'Never'];
const PULL_POLICY = 'kubernetes.container.image.pull-policy';

export function hasHostNetwork({ settings }: PodSource): boolean {
  return readBoolean(settings, 'kubernetes.hostnetwork.enabled', false);
}

/** The steps that every pod takes first: labels, where it may run, and what its main container runs; the demand is looked at last. */
export function withBasics(pod: FlinkPod, source: PodSource, role: Role, demand: () => ProcessDemand, overTemplate: boolean): FlinkPod {
  return withMainBasics(withPlacement(withServiceAccount(pod, source, role, overTemplate), source, role), source, demand, overTemplate);
}

/** The pods that Flink's own classes build share the node's network when asked to. */
export function withNetwork(pod: FlinkPod, source: PodSource): FlinkPod {
  const hostNetwork = hasHostNetwork(source);
  const inTemplate = pod.spec.dnsPolicy as string | undefined;
  const otherwise = isBlank(inTemplate) ? 'ClusterFirst' : inTemplate;
  return withSpec(pod, { hostNetwork, dnsPolicy: hostNetwork ? 'ClusterFirstWithHostNet' : otherwise });
}

function withServiceAccount(pod: FlinkPod, { settings }: PodSource, role: Role, overTemplate: boolean): FlinkPod {
  const inTemplate = (pod.spec.serviceAccount ?? pod.spec.serviceAccountName) as string | undefined;
  const option = readText(settings, { key: `kubernetes.${role}.service-account`, older: ['kubernetes.service-account'] });
  const account = decided(option, inTemplate, 'default', overTemplate);
  return withSpec(pod, { serviceAccount: account, serviceAccountName: account });
}

function withPlacement(pod: FlinkPod, source: PodSource, role: Role): FlinkPod {
  const { settings } = source;
  const { metadata, spec } = pod;
  return {
    ...pod,
    metadata: {
      ...metadata,
      labels: { ...metadata.labels, ...podLabels(source, role) },
      annotations: { ...metadata.annotations, ...podAnnotations(source, role) },
    },
    spec: {
      ...spec,
      imagePullSecrets: appended(spec.imagePullSecrets, pullSecrets(source)),
      nodeSelector: { ...(spec.nodeSelector as object | undefined), ...Object.fromEntries(readEntries(settings, `kubernetes.${role}.node-selector`)) },
      tolerations: appended(spec.tolerations, readEntryLists(settings, `kubernetes.${role}.tolerations`).map(toleration)),
    },
  };
}

function withMainBasics(pod: FlinkPod, { settings, release }: PodSource, demand: () => ProcessDemand, overTemplate: boolean): FlinkPod {
  const image = readText(settings, IMAGE);
  if (image !== undefined && isBlank(image)) {
    throw new Refusal({
      code: 'image-blank',
      what: 'the image of the cluster is blank',
      got: '""',
      allowed: 'the name of an image',
      fix: 'set spec.image',
    });
  }
  return withMain(pod, {
    name: MAIN_CONTAINER,
    image: decided(image, pod.main.image, defaultImage(release), overTemplate),
    imagePullPolicy: decided(readChoice(settings, PULL_POLICY, PULL_POLICIES), pod.main.imagePullPolicy, 'IfNotPresent', overTemplate),
    resources: mainContainerResources(pod.main.resources, demand()),
  });
}

/** An option that is set wins over the template, and the template over the option's default. */
function decided(option: string | undefined, inTemplate: unknown, otherwise: string, overTemplate: boolean): string {
  return option ?? (overTemplate ? undefined : (inTemplate as string | null | undefined)) ?? otherwise;
}

/** The image of the Flink that the operator itself is built with, whatever the job runs. */
function defaultImage(release: OperatorVersion): string {
  const flink = release._isAtLeast(OperatorVersion.V1_16) ? '1.20.4' : release._isAtLeast(OperatorVersion.V1_11) ? '1.20.1' : '1.19.1';
  return `apache/flink:${flink}-scala_2.12`;
}

function pullSecrets({ settings }: PodSource): { readonly name: string }[] {
  return (readList(settings, 'kubernetes.container.image.pull-secrets') ?? [])
    .map(trimAsJava)
    .filter((name) => name !== '')
    .map((name) => ({ name }));
}

const TOLERATION_FIELDS = new Map(['effect', 'key', 'operator', 'tolerationSeconds', 'value'].map((field) => [field.toLowerCase(), field]));

function toleration(entries: readonly (readonly [name: string, value: string])[]): Record<string, unknown> {
  return Object.fromEntries(entries.flatMap(([name, value]) => {
    const field = TOLERATION_FIELDS.get(name.toLowerCase());
    return field === undefined ? [] : [[field, field === 'tolerationSeconds' ? seconds(value) : value]];
  }));
}

function seconds(text: string): number {
  const value = parseJavaLong(text);
  if (value === undefined) {
    throw unreadableOption('tolerationSeconds of a toleration', text, 'at most 64 bits, in digits', 'write a whole number of seconds');
  }
  return Number(value);
}
