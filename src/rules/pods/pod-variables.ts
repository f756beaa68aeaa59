import { ManifestSpec, PodTemplate } from '../../operator/manifest/flink-manifests';
import { ManifestPath } from '../../operator/manifest/manifest-path';

/** A variable of a container, with the place of its template in the resource. */
export interface PodVariable {
  readonly path: ManifestPath;
  readonly name: string;
  /** Absent where it is a reference. */
  readonly value?: string;
}

/** The variables of all containers of all pod templates. */
export function podVariables({ podTemplate, jobManager, taskManager }: ManifestSpec): PodVariable[] {
  return [
    ...ofTemplate(['spec', 'podTemplate'], podTemplate),
    ...ofTemplate(['spec', 'jobManager', 'podTemplate'], jobManager?.podTemplate),
    ...ofTemplate(['spec', 'taskManager', 'podTemplate'], taskManager?.podTemplate),
  ];
}

function ofTemplate(path: ManifestPath, template: PodTemplate | undefined): PodVariable[] {
  const { containers = [], initContainers = [] } = template?.spec ?? {};
  return [...containers, ...initContainers].flatMap(({ env = [] }) => env.map(({ name, value }) => ({ path, name, value })));
}
