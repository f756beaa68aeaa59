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
  fix: 'call the container flink-main-container where it is meant to be Flink\'s own; any other needs an image',
  source: 'Flink docs of pod templates: flink-main-container; FLINK-22158',
  fires: `
podTemplate:
  spec:
    containers:
      - name: main
        env: [{ name: TZ, value: UTC }]
`,
  passes: `
podTemplate:
  spec:
    containers:
      - name: flink-main-container
        env: [{ name: TZ, value: UTC }]
`,
  // No merge of templates takes an image away, so pods are built only where a template lacks one.
  check: (cluster) => (templatesOf(cluster).every(([, { spec = {} }]) => withoutImage(spec).length === 0) ? []
    : namesWithoutImage(cluster).map((name): Finding => ({
      path: templatesOf(cluster).find(([, { spec = {} }]) => withoutImage(spec).some((container) => String(container.name) === name))![0],
      what: 'a container beside Flink needs an image',
      got: `"${name}" without one`,
      allowed: `an image, or the name ${MAIN_CONTAINER} for what belongs to Flink's own container`,
      inConstruct: 'use `pods` of the construct, which puts variables, ports and mounts into Flink\'s container',
    }))),
};

export const overwrittenResources: Rule = {
  id: 'overwritten-resources',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.WARNING,
  title: 'CPU or memory for Flink\'s container in a pod template',
  why: 'Flink writes its own over it, from the sizes of its processes; nothing says so',
  fix: 'remove it there, and write taskManager.resource or jobManager.resource',
  source: 'Flink KubernetesUtils.getResourceRequirements',
  fires: `
taskManager:
  podTemplate:
    spec:
      containers:
        - name: flink-main-container
          resources: { limits: { memory: 8Gi } }
`,
  passes: `
taskManager:
  resource: { memory: 8192m }
`,
  check: (cluster) => templatesOf(cluster).flatMap(([place, { spec }]) => (spec?.containers ?? []).flatMap((container, index) =>
    (isMain(container) ? resourcesOf(container, [...place, 'spec', 'containers', index, 'resources']) : []))),
};

function resourcesOf({ resources }: PodContainer, place: ManifestPath): Finding[] {
  return (['requests', 'limits'] as const).flatMap((kind) => (['cpu', 'memory'] as const).flatMap((name): Finding[] => {
    const amount = resources?.[kind]?.[name];
    const path = [...place, kind, name];
    return amount === undefined ? [] : [{
      path,
      what: `Flink overwrites ${name} of its container in a pod template`,
      got: `${kind}.${name} "${String(amount)}"`,
      allowed: 'nothing there',
      inConstruct: `set ${name} of jobManager or taskManager of the construct`,
      edits: [{ remove: path }],
    }];
  }));
}

/** In the pods as they are merged, each name once: a template may add the image that another one lacks. */
function namesWithoutImage({ pods }: EffectiveCluster): string[] {
  return [...new Set([jobManagerSpec(pods), taskManagerSpec(pods)].flatMap(withoutImage).map(({ name }) => String(name)))];
}

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
