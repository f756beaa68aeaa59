import { ContainerMount, InitContainer, Sidecar } from './pod-container';
import { PodVolume } from './pod-contribution';
import { refuseRootUser } from './pod-security';
import { CONFIGURATION_VOLUME } from '../flink/flink-container';
import { Refusal, shown } from '../refusal';
import { MemorySize } from '../units/memory-size';

/** A container beside Flink's, with the same amounts requested as allowed. */
export function companionContainer(container: InitContainer, volumes: PodVolume[]): Record<string, unknown> {
  const { name, image, command, args, environment = [], mounts = [], cpu, memory, user, readOnlyRootFilesystem } = container;
  if (typeof name !== 'string' || !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name) || typeof image !== 'string' || image.trim() === '') {
    throw new Refusal({
      code: 'container-name',
      what: 'a container beside Flink needs a name and an image',
      got: `${shown(name)} with image ${shown(image)}`,
      allowed: 'a name of at most 63 lower-case letters, digits and dashes, and an image that is not blank',
      fix: 'for example name \'log-shipper\'; without an image Kubernetes refuses the pod',
    });
  }
  if (user !== undefined) {
    refuseRootUser(`container ${name}`, user);
  }
  mounts.forEach((mount) => refuseNoVolume(name, mount, volumes));
  const amounts = { cpu: cpu.amountInMillis % 1000 === 0 ? String(cpu.amountInCores) : `${cpu.amountInMillis}m`, memory: MemorySize.fromSize(memory).toKubernetesText() };
  const context = { ...(user === undefined ? {} : { runAsUser: user }), ...(readOnlyRootFilesystem === true ? { readOnlyRootFilesystem } : {}) };
  return {
    name,
    image,
    ...unlessEmpty('command', command ?? []),
    ...unlessEmpty('args', args ?? []),
    ...unlessEmpty('env', environment.map((variable) => variable._render())),
    resources: { requests: amounts, limits: amounts },
    ...unlessEmpty('volumeMounts', mounts.map(({ volume, ...mount }) => volumeMount({ name: volume, ...mount }))),
    ...(Object.keys(context).length === 0 ? {} : { securityContext: context }),
  };
}

/** A sidecar that starts first is, to Kubernetes, an init container that stays. */
export function stayingContainer(sidecar: Sidecar, volumes: PodVolume[]): Record<string, unknown> {
  return { ...companionContainer(sidecar, volumes), restartPolicy: 'Always' };
}

/** Where a container sees a volume. */
export function volumeMount({ name, mountPath, readOnly, subPath }: Omit<PodVolume, 'source'>): Record<string, unknown> {
  return { name, mountPath, ...(readOnly === true ? { readOnly } : {}), ...(subPath === undefined ? {} : { subPath }) };
}

export function unlessEmpty(key: string, list: unknown[]): Record<string, unknown> {
  return list.length === 0 ? {} : { [key]: list };
}

/** The volume of Flink's configuration is not in the template. */
function refuseNoVolume(container: string, { volume }: ContainerMount, volumes: PodVolume[]): void {
  if (volume !== CONFIGURATION_VOLUME && !volumes.some(({ name }) => name === volume)) {
    throw new Refusal({
      code: 'mount-without-volume',
      what: `container ${container} mounts a volume that the pod does not have`,
      got: shown(volume),
      allowed: volumes.length === 0 ? 'none: the pod has no volumes' : volumes.map(({ name }) => name).join(', '),
      fix: 'add the volume to `volumes`',
    });
  }
}
