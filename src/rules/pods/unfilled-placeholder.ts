import { containersInTemplates, podTemplates } from './containers-in-templates';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { valueShown } from '../../flink/configuration/sensitive-key';
import { isUnfilled, UNFILLED } from '../../flink/configuration/unfilled-text';
import { ManifestSpec, PodTemplate } from '../../operator/manifest/flink-manifests';
import { ManifestPath } from '../../operator/manifest/manifest-path';
import { shown } from '../../refusal';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

/** `${IMAGE}`, `$IMAGE`, `{{ image }}`, `<your image>`: none of these fields can hold such a sign. */
const PLACEHOLDER = /\$\{?\w+\}?|\{\{[^{}]*\}\}|<[^<>]+>/;

export const unfilledPlaceholder: Rule = {
  id: 'unfilled-placeholder',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.WARNING,
  title: 'a placeholder that nobody fills in',
  why: 'neither the API server nor the operator nor Flink replaces it, so that pods and processes ask for an image, a jar or a directory of this very name',
  fix: 'fill it in, or look at the output of the tool that does',
  source: 'operator FlinkConfigBuilder: fields and settings go on as they stand',
  fires: 'image: ${ORDERS_IMAGE}',
  passes: 'image: registry.example.com/orders:1.4.0',
  check: ({ manifest: { spec }, written }) => [
    ...fieldsOf(spec).filter(([, value]) => PLACEHOLDER.test(value ?? '')).map(([path, value]) => finding(path, shown(PLACEHOLDER.exec(value!)![0]))),
    ...settingsOf(written),
  ],
};

function finding(path: ManifestPath, placeholder: string): Finding {
  return { path, what: 'this text goes on as it stands, and nothing has filled it in', got: placeholder, allowed: 'the value itself' };
}

function settingsOf(written: FlinkSettings): Finding[] {
  return [...written].filter(([key, value]) => isUnfilled(key, value))
    .map(([key, value]) => finding(optionPath(key), valueShown(key, UNFILLED.exec(value)![0])));
}

function fieldsOf(spec: ManifestSpec): [path: ManifestPath, value: string | undefined][] {
  const { image, serviceAccount, job } = spec;
  return [
    ...containersInTemplates(spec).map(({ path, container }): [ManifestPath, string | undefined] => [[...path, 'image'], typeof container.image === 'string' ? container.image : undefined]),
    ...podTemplates(spec).flatMap(({ path, template }) => claimsOf(template, [...path, 'spec', 'volumes'])),
    [['spec', 'image'], image],
    [['spec', 'serviceAccount'], serviceAccount],
    [['spec', 'job', 'jarURI'], job?.jarURI],
    [['spec', 'job', 'entryClass'], job?.entryClass],
    [['spec', 'job', 'initialSavepointPath'], job?.initialSavepointPath],
  ];
}

interface Source {
  readonly persistentVolumeClaim?: { readonly claimName?: string };
  readonly secret?: { readonly secretName?: string };
}

/** What volumes are made from: claims and Secrets by their names. */
function claimsOf({ spec }: PodTemplate, path: ManifestPath): [path: ManifestPath, value: string | undefined][] {
  const volumes = (spec?.volumes ?? []) as Source[];
  return volumes.flatMap(({ persistentVolumeClaim, secret }, index): [ManifestPath, string | undefined][] => [
    [[...path, index, 'persistentVolumeClaim', 'claimName'], persistentVolumeClaim?.claimName],
    [[...path, index, 'secret', 'secretName'], secret?.secretName],
  ]);
}
