import { Code, fieldsOf, name } from './code';
import { dataCode, DataOwner } from './data-code';
import { LAST_APPLIED } from './equivalence';
import { withFlatOptions } from './flat-options';
import { ImportedResource } from './imported-resource';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { UpgradeMode } from '../../operator/flink-deployment-spec';
import { FlinkDeploymentManifest, ManifestJob } from '../../operator/manifest/flink-manifests';

/** What every import of a resource knows. */
export interface ImportPlace extends DataOwner {
  readonly id: string;
  readonly namespace?: string;
}

/** What the API server writes into `metadata`, and no manifest has to. */
const OF_THE_SERVER = ['creationTimestamp', 'deletionGracePeriodSeconds', 'deletionTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid'];

/** The manifest field by field in the narrow construct, which adds nothing. */
export function asFlinkDeployment(cluster: EffectiveCluster, written: Record<string, unknown>, place: ImportPlace): ImportedResource {
  const { id, namespace } = place;
  return {
    construct: 'FlinkDeployment',
    namespace,
    id,
    props: fieldsOf({ metadata: metadataCode(written.metadata, place), spec: specCode(cluster.manifest, cluster.written, place) }),
    calls: [],
    comments: [],
    recognised: [],
    raw: [],
    leftOpen: [],
  };
}

/** Any resource as its data. */
export function asApiObject(written: Record<string, unknown>, place: ImportPlace, why = noConstruct(written.kind)): ImportedResource {
  const { id, namespace } = place;
  const { apiVersion, kind, metadata, status: _, ...others } = written;
  const codes = Object.entries(others).map(([key, value]) => [key, dataCode(withFlatOptions(value), place, key)]);
  return {
    construct: 'ApiObject',
    namespace,
    id,
    props: fieldsOf({
      apiVersion: dataCode(apiVersion, place), kind: dataCode(kind, place), metadata: metadataCode(metadata, place), ...Object.fromEntries(codes),
    }),
    calls: [],
    comments: [],
    recognised: [],
    raw: [{ what: 'all of it', why }],
    leftOpen: [],
  };
}

function noConstruct(kind: unknown): string {
  return `there is no construct that says of a ${String(kind)} what a manifest says`;
}

/** Fields of `metadata` that somebody wrote, without the namespace, which the chart has. */
export function writtenMetadata(metadata: unknown): Record<string, unknown> {
  const { namespace: _, annotations, ...fields } = (metadata ?? {}) as Record<string, unknown>;
  const { [LAST_APPLIED]: __, ...others } = (annotations ?? {}) as Record<string, unknown>;
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([key]) => !OF_THE_SERVER.includes(key))),
    ...(Object.keys(others).length === 0 ? {} : { annotations: others }),
  };
}

function metadataCode(metadata: unknown, place: ImportPlace): Code | undefined {
  return dataCode(writtenMetadata(metadata), place);
}

function specCode({ spec }: FlinkDeploymentManifest, configuration: ReadonlyMap<string, string>, place: ImportPlace): Code {
  const { flinkConfiguration, job, ...fields } = spec;
  return fieldsOf({
    ...Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, dataCode(value, place, key)])),
    flinkConfiguration: flinkConfiguration === undefined ? undefined : dataCode(Object.fromEntries(configuration), place),
    job: job === undefined ? undefined : jobCode(job, place),
  });
}

function jobCode({ jarURI, upgradeMode, ...job }: ManifestJob, place: ImportPlace): Code {
  return fieldsOf({
    jarUri: dataCode(jarURI, place, 'jarURI'),
    ...Object.fromEntries(Object.entries(job).map(([key, value]) => [key, dataCode(value, place, key)])),
    upgradeMode: upgradeMode === undefined ? undefined : name(upgradeModeName(upgradeMode)),
  });
}

/** The constant of an upgrade mode. */
export function upgradeModeName(mode: string): string {
  const [constant] = Object.entries(UpgradeMode).find(([, value]) => value === mode)!;
  return `UpgradeMode.${constant}`;
}
