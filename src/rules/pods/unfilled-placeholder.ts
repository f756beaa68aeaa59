import { ManifestSpec } from '../../operator/manifest/flink-manifests';
import { ManifestPath } from '../../operator/manifest/manifest-path';
import { Category, Finding, Pack, Rule, Severity } from '../rule';

/** `${IMAGE}`, `$IMAGE`, `{{ image }}`, `<your image>`: none of these fields can hold such a sign. */
const PLACEHOLDER = /\$\{?\w+\}?|\{\{[^{}]*\}\}|<[^<>]+>/;

export const unfilledPlaceholder: Rule = {
  id: 'unfilled-placeholder',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.WARNING,
  title: 'a placeholder that nobody fills in',
  why: 'neither the API server nor the operator replaces it, so that the pods ask for an image, a jar or an account of this very name',
  fix: 'fill it in, or lint what the tool makes that does so',
  source: 'operator FlinkConfigBuilder: the fields go on as they stand',
  fires: 'image: ${ORDERS_IMAGE}',
  passes: 'image: registry.example.com/orders:1.4.0',
  check: ({ manifest: { spec } }) => fieldsOf(spec).filter(([, value]) => PLACEHOLDER.test(value ?? '')).map(([path, value]): Finding => ({
    path, what: 'this text goes on as it stands, and nothing has filled it in', got: `"${PLACEHOLDER.exec(value!)![0]}"`, allowed: 'the value itself',
  })),
};

function fieldsOf({ image, serviceAccount, job }: ManifestSpec): [path: ManifestPath, value: string | undefined][] {
  return [
    [['spec', 'image'], image],
    [['spec', 'serviceAccount'], serviceAccount],
    [['spec', 'job', 'jarURI'], job?.jarURI],
    [['spec', 'job', 'entryClass'], job?.entryClass],
    [['spec', 'job', 'initialSavepointPath'], job?.initialSavepointPath],
  ];
}
