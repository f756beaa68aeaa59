import { EnvironmentVariable, ObjectMetadata } from './kubernetes-objects';
import { amountTexts } from './main-container-resources';
import { isMain } from './role-pod-templates';
import { PodContainer, PodSpec, PodTemplate } from '../manifest/flink-manifests';

/** A pod on its way through Flink's steps: the main container apart from the others. */
export interface FlinkPod {
  readonly metadata: ObjectMetadata;
  readonly spec: PodSpec;
  readonly main: PodContainer;
}

/** The template taken apart; without one, or without a main container in it, Flink starts from nothing. */
export function podFrom(template: PodTemplate | undefined): FlinkPod {
  const { containers = [], initContainers, ...spec } = template?.spec ?? {};
  const all = containers.map(withAmountTexts);
  return {
    metadata: template?.metadata ?? {},
    spec: {
      ...spec,
      ...(initContainers === undefined ? {} : { initContainers: initContainers.map(withAmountTexts) }),
      containers: all.filter((container) => !isMain(container)),
    },
    main: all.filter(isMain).pop() ?? {},
  };
}

/** The whole pod: the main container comes last. */
export function wholePod({ metadata, spec, main }: FlinkPod): { readonly metadata: ObjectMetadata; readonly spec: PodSpec } {
  return { metadata, spec: { ...spec, containers: [...spec.containers!, main] } };
}

export function withMain(pod: FlinkPod, fields: Partial<PodContainer>): FlinkPod {
  return { ...pod, main: { ...pod.main, ...fields } };
}

export function withSpec(pod: FlinkPod, fields: Partial<PodSpec>): FlinkPod {
  return { ...pod, spec: { ...pod.spec, ...fields } };
}

export function withVariables(pod: FlinkPod, variables: readonly EnvironmentVariable[]): FlinkPod {
  return variables.length === 0 ? pod : withMain(pod, { env: [...pod.main.env ?? [], ...variables] });
}

export interface Volume {
  readonly name: string;
  readonly [source: string]: unknown;
}

/** A volume behind those that are there, and where the main container sees it. */
export function withVolume(pod: FlinkPod, volume: Volume, mount: Readonly<Record<string, unknown>>): FlinkPod {
  return {
    ...pod,
    spec: { ...pod.spec, volumes: appended(pod.spec.volumes, [volume]) },
    main: { ...pod.main, volumeMounts: appended(pod.main.volumeMounts, [{ name: volume.name, ...mount }]) },
  };
}

/** A list of the template with more at its end; absent when there is nothing in it. */
export function appended(inTemplate: unknown, more: readonly unknown[]): unknown[] | undefined {
  const list = Array.isArray(inTemplate) ? inTemplate : [];
  return list.length + more.length === 0 ? undefined : [...list, ...more];
}

function withAmountTexts(container: PodContainer): PodContainer {
  const { resources } = container;
  if (resources === undefined || resources === null) {
    return container;
  }
  return { ...container, resources: { ...resources, requests: amountTexts(resources.requests), limits: amountTexts(resources.limits) } };
}
