import { ManifestSpec, PodTemplate } from '../operator/manifest/flink-manifests';

/** A variable of a container, with the place of its template in the resource. */
export interface PodVariable {
  readonly location: string;
  readonly name: string;
  /** Absent where it is a reference. */
  readonly value?: string;
}

/** The variables of all containers of all pod templates. */
export function podVariables({ podTemplate, jobManager, taskManager }: ManifestSpec): PodVariable[] {
  return [
    ...ofTemplate('spec.podTemplate', podTemplate),
    ...ofTemplate('spec.jobManager.podTemplate', jobManager?.podTemplate),
    ...ofTemplate('spec.taskManager.podTemplate', taskManager?.podTemplate),
  ];
}

function ofTemplate(location: string, template: PodTemplate | undefined): PodVariable[] {
  const { containers = [], initContainers = [] } = template?.spec ?? {};
  return [...containers, ...initContainers].flatMap(({ env = [] }) => env.map(({ name, value }) => ({ location, name, value })));
}
