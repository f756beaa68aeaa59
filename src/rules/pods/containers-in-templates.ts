import { ManifestSpec, PodContainer, PodSpec, PodTemplate } from '../../operator/manifest/flink-manifests';
import { ManifestPath } from '../../operator/manifest/manifest-path';

/** A pod template of a resource, with its place. */
export interface PlacedTemplate {
  readonly path: ManifestPath;
  readonly template: PodTemplate;
}

/** A container of a pod template, with its place. */
export interface PlacedContainer {
  readonly path: ManifestPath;
  readonly container: PodContainer;
}

/** The pod templates of a resource: the common one, then those of the roles. */
export function podTemplates({ podTemplate, jobManager, taskManager }: ManifestSpec): PlacedTemplate[] {
  return ([[['spec', 'podTemplate'], podTemplate], [['spec', 'jobManager', 'podTemplate'], jobManager?.podTemplate],
    [['spec', 'taskManager', 'podTemplate'], taskManager?.podTemplate]] as const)
    .flatMap(([path, template]) => (template === undefined ? [] : [{ path, template }]));
}

/** All containers of all templates, init containers too. */
export function containersInTemplates(spec: ManifestSpec): PlacedContainer[] {
  return podTemplates(spec).flatMap(({ path, template }) => containersOf(template.spec, [...path, 'spec']));
}

/** The containers of a pod, init containers last. */
export function containersOf(spec: PodSpec | undefined, path: ManifestPath): PlacedContainer[] {
  return (['containers', 'initContainers'] as const)
    .flatMap((list) => (spec?.[list] ?? []).map((container, index) => ({ path: [...path, list, index], container })));
}
