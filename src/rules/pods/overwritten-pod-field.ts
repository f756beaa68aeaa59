import { containersInTemplates, podTemplates } from './containers-in-templates';
import { ManifestPath } from '../../operator/manifest/manifest-path';
import { isMain } from '../../operator/pods/role-pod-templates';
import { Category, Finding, Pack, Rule, Severity } from '../rule';

/** Labels that Flink sets on its pods and selects them by. */
const LABELS = ['app', 'component', 'type'];

export const overwrittenPodField: Rule = {
  id: 'overwritten-pod-field',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.WARNING,
  title: 'a field of a pod template that Flink or the operator overwrites',
  why: 'the pods run with another value, and nothing says so',
  fix: 'remove it from the template, and use the field in spec (image, serviceAccount) where there is one',
  source: 'Flink docs, Native Kubernetes: fields overwritten by Flink; Flink InitJobManagerDecorator, CmdTaskManagerDecorator, AbstractKubernetesParameters.getCommonLabels',
  fires: 'podTemplate: { metadata: { labels: { app: orders } } }',
  passes: 'podTemplate: { metadata: { labels: { app.kubernetes.io/name: orders } } }',
  check: ({ manifest: { spec } }) => [
    ...podTemplates(spec).flatMap(({ path, template: { metadata, spec: pod } }) => [
      ...LABELS.filter((label) => metadata?.labels?.[label] !== undefined)
        .map((label) => finding([...path, 'metadata', 'labels', label], `Flink sets the label ${label} itself`, `"${metadata!.labels![label]}"`, 'other labels')),
      ...['serviceAccountName', 'serviceAccount'].filter((field) => pod?.[field] !== undefined && spec.serviceAccount !== undefined && pod[field] !== spec.serviceAccount)
        .map((field) => finding([...path, 'spec', field], 'spec.serviceAccount goes before the account in a pod template', `"${String(pod![field])}"`, spec.serviceAccount!)),
    ]),
    ...containersInTemplates(spec).filter(({ container }) => isMain(container)).flatMap(({ path, container }) => [
      ...['command', ...(spec.mode === 'standalone' ? [] : ['args'])].filter((field) => container[field] !== undefined)
        .map((field) => finding([...path, field], `Flink writes the ${field} of its own container`, 'a list', 'nothing; jvm options, variables and spec.job.args are there')),
      ...(container.image === undefined || spec.image === undefined || container.image === spec.image ? []
        : [finding([...path, 'image'], 'spec.image goes before the image in a pod template', `"${String(container.image)}"`, spec.image)]),
    ]),
  ],
};

function finding(path: ManifestPath, what: string, got: string, allowed: string): Finding {
  return { path, what, got, allowed, edits: [{ remove: path }] };
}
