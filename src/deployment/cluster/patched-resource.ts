import { refuseMissingFields } from '../../operator/manifest/fields-missing-in';
import { ManifestSpec } from '../../operator/manifest/flink-manifests';
import { ManifestKind } from '../../operator/manifest/manifest-fields';
import { refuseMissingPodFields } from '../../operator/manifest/pod-fields-missing-in';
import { ReadManifest, readManifest } from '../../operator/manifest/read-manifest';
import { OperatorVersion } from '../../operator/operator-version';
import { Refusal } from '../../refusal';

/** The manifest of one kind. */
export type ManifestOf<Kind extends ManifestKind> = Extract<ReadManifest, { readonly kind: Kind }>['manifest'];

/** A resource as it is after patches, which may be anything; nothing of it may be dropped on its way to the operator. */
export function patchedManifest<Kind extends ManifestKind>(kind: Kind, resource: unknown, release: OperatorVersion): ManifestOf<Kind> {
  const read = readManifest(resource, release);
  if (read.kind !== kind) {
    throw unknownField(kind, 'kind', `a ${read.kind}`);
  }
  refuseMissingFields(kind, resource as { readonly spec: object }, release);
  refuseMissingPodFields(clusterOf(read) ?? {}, release);
  read.pruned.forEach((path) => { throw unknownField(kind, path, path); });
  return read.manifest as ManifestOf<Kind>;
}

/** What of a resource holds pod templates. */
function clusterOf(read: ReadManifest): ManifestSpec | undefined {
  switch (read.kind) {
    case 'FlinkDeployment': return read.manifest.spec;
    case 'FlinkBlueGreenDeployment': return read.manifest.spec.template?.spec;
    default: return undefined;
  }
}

function unknownField(kind: ManifestKind, path: string, got: string): Refusal {
  return new Refusal({
    code: 'unknown-field',
    what: `a ${kind} has no such ${path === 'kind' ? 'kind' : 'field'}, and Kubernetes would drop it without a word`,
    got,
    allowed: `the fields of a ${kind}, by Kubernetes' own names`,
    fix: 'correct the path of the patch',
  });
}
