import { Category, Finding, Pack, Rule, Severity } from '../rule';
import { jobManagerSpec, taskManagerSpec } from './volume-at';
import { MAIN_CONTAINER } from '../../flink/flink-container';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { PodContainer, PodSpec, PodTemplate } from '../../operator/manifest/flink-manifests';
import { ManifestPath } from '../../operator/manifest/manifest-path';
import { isMain } from '../../operator/pods/role-pod-templates';

/** A main container by another name becomes a container beside Flink's. */
export const containerWithoutImage: Rule = {
  id: 'container-name',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.ERROR,
  title: 'a container without an image',
  why: 'Flink gives an image to its own container alone, and Kubernetes refuses the pod',
  source: 'Flink docs of pod templates: flink-main-container; FLINK-22158',
  // No merge of templates takes an image away, so pods are built only where a template lacks one.
  check: (cluster) => (templatesOf(cluster).every(([, { spec = {} }]) => withoutImage(spec).length === 0) ? []
    : [jobManagerSpec(cluster.pods), taskManagerSpec(cluster.pods)].flatMap(withoutImage).map(({ name }): Finding => ({
      path: ['spec', 'podTemplate'],
      what: 'a container beside Flink needs an image',
      got: `"${String(name)}" without one`,
      allowed: `an image, or the name ${MAIN_CONTAINER} for what belongs to Flink's own container`,
      inConstruct: 'use `pods` of the construct, which puts variables, ports and mounts into Flink\'s container',
    }))),
};

export const overwrittenResources: Rule = {
  id: 'overwritten-resources',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.ERROR,
  title: 'CPU or memory for Flink\'s container in a pod template',
  why: 'Flink writes its own over it, from the sizes of its processes; nothing says so',
  source: 'Flink KubernetesUtils.getResourceRequirements',
  check: (cluster) => templatesOf(cluster).flatMap(([place, { spec }]) => (spec?.containers ?? []).filter(isMain).flatMap(({ resources }) =>
    (['requests', 'limits'] as const).flatMap((kind) => (['cpu', 'memory'] as const)
      .filter((name) => resources?.[kind]?.[name] !== undefined)
      .map((name): Finding => ({
        path: place,
        what: `Flink overwrites ${name} of its container in a pod template`,
        got: `${kind}.${name} "${String(resources?.[kind]?.[name])}"`,
        allowed: 'nothing there',
        inConstruct: `set ${name} of jobManager or taskManager of the construct`,
      }))))),
};

function withoutImage({ containers = [], initContainers = [] }: PodSpec): PodContainer[] {
  return [...containers, ...initContainers].filter((container) => !isMain(container) && !isText(container.image));
}

function templatesOf({ manifest: { spec } }: EffectiveCluster): [place: ManifestPath, template: PodTemplate][] {
  return ([[['spec', 'podTemplate'], spec.podTemplate], [['spec', 'jobManager', 'podTemplate'], spec.jobManager?.podTemplate],
    [['spec', 'taskManager', 'podTemplate'], spec.taskManager?.podTemplate]] as const).flatMap(([place, template]) => (template === undefined ? [] : [[place, template]]));
}

function isText(image: PodContainer[string]): boolean {
  return typeof image === 'string' && image.trim() !== '';
}
