import { PodContainer, PodSpec } from '../../operator/manifest/flink-manifests';
import { EffectivePods } from '../../operator/pods/effective-pods';
import { isMain } from '../../operator/pods/role-pod-templates';

/** A volume of a pod: its name, and one field named after its source. */
export type Volume = Readonly<Record<string, unknown>>;

interface Mount {
  readonly name?: string;
  readonly mountPath?: string;
}

/** The volume in which Flink finds a path; nothing where the path lies in the container itself. */
export function volumeAt(path: string, { containers = [], volumes = [] }: PodSpec): Volume | undefined {
  const [mount] = mountsOf(containers.find(isMain)).filter(({ mountPath = '' }) => `${path}/`.startsWith(`${mountPath.replace(/\/+$/, '')}/`))
    // The innermost mount has it.
    .sort((a, b) => b.mountPath!.length - a.mountPath!.length);
  return mount && (volumes as readonly Volume[]).find(({ name }) => name === mount.name);
}

/** What is mounted into a container, as far as it is a list. */
export function mountsOf(container: PodContainer | undefined): readonly Mount[] {
  return Array.isArray(container?.volumeMounts) ? container.volumeMounts : [];
}

/** Volumes that go with a pod or its node, or that nobody writes to. */
const PASSING = ['emptyDir', 'ephemeral', 'hostPath', 'configMap', 'secret', 'projected', 'downwardAPI', 'image'];

/** The volume in which Flink finds a path, where it outlives the pod. */
export function lastingVolume(path: string, spec: PodSpec): Volume | undefined {
  const volume = volumeAt(path, spec);
  return volume !== undefined && !PASSING.some((source) => source in volume) ? volume : undefined;
}

export function jobManagerSpec({ jobManager }: EffectivePods): PodSpec {
  return jobManager.deployment.spec.template.spec;
}

export function taskManagerSpec({ taskManager: { spec } }: EffectivePods): PodSpec {
  return 'template' in spec ? (spec.template as { readonly spec: PodSpec }).spec : spec;
}
