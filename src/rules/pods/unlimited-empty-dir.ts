import { podTemplates } from './containers-in-templates';
import { PodSpec } from '../../operator/manifest/flink-manifests';
import { Category, Finding, Pack, Rule, Severity } from '../rule';

interface EmptyDir {
  readonly name?: unknown;
  readonly emptyDir?: { readonly sizeLimit?: unknown; readonly medium?: unknown } | null;
}

export const unlimitedEmptyDir: Rule = {
  id: 'unlimited-empty-dir',
  pack: Pack.STRICT,
  category: Category.PODS,
  severity: Severity.INFO,
  title: 'an emptyDir without a size',
  why: 'it takes the disk of its node until the kubelet evicts pods there, not only this one',
  fix: 'set emptyDir.sizeLimit; a pod that passes it is evicted alone',
  source: 'Kubernetes docs, Volumes: emptyDir; Node-pressure Eviction: nodefs',
  fires: 'podTemplate: { spec: { volumes: [{ name: scratch, emptyDir: {} }] } }',
  passes: 'podTemplate: { spec: { volumes: [{ name: scratch, emptyDir: { sizeLimit: 20Gi } }] } }',
  check: ({ manifest: { spec } }) => podTemplates(spec).flatMap(({ path, template }) => volumesOf(template.spec)
    .flatMap(({ name, emptyDir }, index): Finding[] => (emptyDir === undefined || emptyDir?.sizeLimit !== undefined ? [] : [{
      path: [...path, 'spec', 'volumes', index],
      what: `nothing ends how much ${String(name)} takes of its node`,
      got: 'no sizeLimit',
      allowed: 'a sizeLimit',
      becomes: emptyDir?.medium === 'Memory' ? 'memory of the container, up to its limit' : 'the disk of the node',
    }]))),
};

function volumesOf(spec: PodSpec | undefined): readonly EmptyDir[] {
  return Array.isArray(spec?.volumes) ? spec.volumes : [];
}
