import { PodContainer, PodSpec } from '../operator/manifest/flink-manifests';
import { isMain } from '../operator/pods/role-pod-templates';

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
