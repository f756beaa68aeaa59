import { Refusal } from '../refusal';
import { EnvironmentVariable } from './environment-variable';
import { initContainer } from './init-container-spec';
import { PodContribution, PodPort, PodVolume } from './pod-contribution';
import { MemorySize } from '../units/memory-size';

/** The container whose name Flink looks for; any other is a sidecar to it. */
const MAIN_CONTAINER = 'flink-main-container';

/** A pod template in Kubernetes' own shape. */
export interface PodTemplate {
  readonly spec: Record<string, unknown>;
}

/** One pod template out of all contributions; nothing at all when nobody contributes. */
export function podTemplate(contributions: PodContribution[]): PodTemplate | undefined {
  const plugins = new Set<string>();
  const groups = new Set<number>();
  const environment: EnvironmentVariable[] = [];
  const volumes: PodVolume[] = [];
  const ports: PodPort[] = [];
  for (const contribution of contributions) {
    contribution.plugins?.forEach((plugin) => plugins.add(plugin));
    environment.push(...contribution.environment ?? []);
    volumes.push(...contribution.volumes ?? []);
    ports.push(...contribution.ports ?? []);
    if (contribution.fileSystemGroup !== undefined) {
      groups.add(contribution.fileSystemGroup);
    }
  }
  if (plugins.size > 0) {
    // The image's entry point links these jars into `plugins`; a name that is not in `opt` stops the container.
    environment.push(EnvironmentVariable.literal('ENABLE_BUILT_IN_PLUGINS', [...plugins].join(';')));
  }
  const initContainers = contributions.flatMap((contribution) => contribution.initContainers ?? []);
  refuseRepeats('init container', initContainers.map(({ name }) => name));
  refuseRepeats('claim', contributions.flatMap(({ newClaims = [] }) => newClaims.map(({ name }) => name)));
  refuseRepeats('environment variable', environment.map(({ name }) => name));
  refuseRepeats('volume', volumes.map(({ name }) => name));
  refuseRepeats('mount path', volumes.map(({ mountPath }) => mountPath));
  refuseRepeats('port', ports.map(({ port }) => String(port)));
  refuseRepeats('port name', ports.map(({ name }) => name));
  if (groups.size > 1) {
    throw repeated('file system group', [...groups].join(' and '));
  }
  const [fsGroup] = groups;
  const initContainers = contributions.flatMap((contribution) => contribution.initContainers ?? []);
  refuseRepeats('init container', initContainers.map(({ name }) => name));

  const container = {
    name: MAIN_CONTAINER,
    ...unlessEmpty('env', environment.map((variable) => variable._render())),
    ...unlessEmpty('ports', ports.map(({ name, port }) => ({ name, containerPort: port }))),
    ...unlessEmpty('volumeMounts', volumes.map(({ name, mountPath }) => ({ name, mountPath }))),
  };
  if (Object.keys(container).length === 1 && initContainers.length === 0 && fsGroup === undefined) {
    return undefined;
  }
  return {
    spec: {
      containers: [container],
      ...unlessEmpty('initContainers', initContainers.map(initContainer)),
      ...(fsGroup === undefined ? {} : { securityContext: { fsGroup } }),
      ...unlessEmpty('volumes', volumes.map(({ name, source }) => ({ name, ...source }))),
    },
  };
}

function initContainer(container: InitContainer): Record<string, unknown> {
  const { name, image, cpu, memory, command, environment = [], mounts = [], readOnlyRootFilesystem } = container;
  const amounts = { cpu: `${cpu.amountInMillis}m`, memory: MemorySize.fromSize(memory).toKubernetesText() };
  return {
    name,
    image,
    ...(command === undefined ? {} : { command }),
    ...unlessEmpty('env', environment.map((variable) => variable._render())),
    resources: { requests: amounts, limits: amounts },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      ...(readOnlyRootFilesystem === true ? { readOnlyRootFilesystem } : {}),
    },
    ...unlessEmpty('volumeMounts', mounts.map(({ volume, ...mount }) => ({ name: volume, ...mount }))),
  };
}

function unlessEmpty(key: string, list: unknown[]): Record<string, unknown> {
  return list.length === 0 ? {} : { [key]: list };
}

function refuseRepeats(what: string, names: string[]): void {
  if (names.length > 1 && new Set(names).size < names.length) {
    throw repeated(what, `"${names.find((name, index) => names.indexOf(name) !== index)}" twice`);
  }
}

function repeated(what: string, got: string): Refusal {
  return new Refusal({
    code: 'pod-conflict',
    what: `two strategies ask for the same ${what} in one pod`,
    got,
    allowed: `each ${what} once`,
    fix: 'give one of the two strategies another name or port',
  });
}
