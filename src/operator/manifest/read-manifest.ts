import { fields, FieldKind, TEXT, TEXTS } from './field-kinds';
import { FlinkBlueGreenDeploymentManifest, FlinkDeploymentManifest, FlinkSessionJobManifest, FlinkStateSnapshotManifest } from './flink-manifests';
import { MANIFEST_SCHEMAS, ManifestSchema } from './manifest-fields';
import { isObject, readField } from './read-field';
import { readRaw } from './read-raw';
import { described, fieldRefusal, pathText, pathTo, Reading, wrongKind } from './reading';
import { Refusal, shown } from '../../refusal';
import { OperatorVersion } from '../operator-version';

/** A manifest read for one release; `pruned` are the fields that the API server would drop without a word. */
export type ReadManifest = Of<'FlinkDeployment', FlinkDeploymentManifest> | Of<'FlinkSessionJob', FlinkSessionJobManifest>
| Of<'FlinkStateSnapshot', FlinkStateSnapshotManifest> | Of<'FlinkBlueGreenDeployment', FlinkBlueGreenDeploymentManifest>;

interface Of<Kind, Manifest> {
  readonly kind: Kind;
  readonly manifest: Manifest;
  readonly pruned: string[];
}

const API_VERSION = 'flink.apache.org/v1beta1';

/** Of metadata, what the twin looks into; the rest passes as it is. */
const METADATA: readonly (readonly [name: string, kind: FieldKind])[] = [['name', TEXT], ['namespace', TEXT], ['labels', TEXTS], ['annotations', TEXTS]];
/** What the API server takes of `generateName`. */
const LONGEST_BEGINNING = 58;
const ANY_FIELDS: FieldKind = fields({});

/** A custom resource of the operator, read as the API server and the classes of this release read it; a refusal where they would not. */
export function readManifest(value: unknown, release: OperatorVersion): ReadManifest {
  return readManifestFrom(value, { release, pruned: [] });
}

/** The same for a manifest whose values can be told a place. */
export function readManifestFrom(value: unknown, reading: Reading): ReadManifest {
  const { within } = reading;
  const { apiVersion, kind, metadata, spec, status: _, ...others } = fieldsOf(value, reading);
  if (apiVersion !== API_VERSION) {
    throw fieldRefusal({ parent: within, key: 'apiVersion' }, shownName(apiVersion), API_VERSION, 'pass the resources of the operator only', reading);
  }
  const schema = schemaOf(kind, reading);
  const readMetadata = metadataOf(metadata, reading);
  const readSpec = spec === undefined || spec === null ? {} : readField(spec, schema.spec, { parent: within, key: 'spec' }, reading);
  reading.pruned.push(...Object.keys(others).map((key) => pathText({ parent: within, key })));
  return { kind, manifest: { metadata: readMetadata, spec: readSpec }, pruned: reading.pruned } as ReadManifest;
}

function fieldsOf(value: unknown, reading: Reading): Record<string, unknown> {
  if (!isObject(value)) {
    throw new Refusal({
      code: 'manifest-field',
      what: `${reading.within === undefined ? 'a manifest' : pathText(reading.within)} is not what it must be`,
      got: described(value),
      allowed: 'fields: apiVersion, kind, metadata and spec',
      fix: 'pass one resource as it stands in YAML',
    }, reading.locate?.(pathTo(reading.within)));
  }
  return value as Record<string, unknown>;
}

function schemaOf(kind: unknown, reading: Reading): ManifestSchema {
  const schema = typeof kind === 'string' ? MANIFEST_SCHEMAS.get(kind) : undefined;
  if (schema === undefined || !reading.release._isAtLeast(schema.since)) {
    const allowed = [...MANIFEST_SCHEMAS].filter(([, { since }]) => reading.release._isAtLeast(since)).map(([name]) => name);
    throw fieldRefusal({ parent: reading.within, key: 'kind' }, shownName(kind), allowed.join(', '), schema === undefined
      ? 'pass the resources of the operator only' : `${String(kind)} needs ${schema.since}`, reading);
  }
  return schema;
}

function metadataOf(value: unknown, reading: Reading): object {
  const place = { parent: reading.within, key: 'metadata' };
  if (!isObject(value)) {
    throw wrongKind(place, value, ANY_FIELDS, reading);
  }
  const metadata = Object.fromEntries(Object.entries(readRaw(value, place, reading)).filter(([, inner]) => inner !== null && inner !== undefined));
  for (const [key, kind] of METADATA) {
    if (metadata[key] !== undefined) {
      metadata[key] = readField(metadata[key], kind, { parent: place, key }, reading);
    }
  }
  if (metadata.name === undefined || metadata.name === '') {
    metadata.name = generatedName(metadata.generateName);
  }
  if (metadata.name === undefined) {
    throw fieldRefusal({ parent: place, key: 'name' }, 'nothing', 'a name', 'name the resource', reading);
  }
  return metadata;
}

/** The API server makes one of a beginning, with five letters or digits behind it that nobody knows yet. */
function generatedName(beginning: unknown): string | undefined {
  return typeof beginning === 'string' && beginning !== '' ? `${beginning.slice(0, LONGEST_BEGINNING)}xxxxx` : undefined;
}

/** A name that tells resources apart, and no secret. */
export function shownName(value: unknown): string {
  return typeof value === 'string' ? shown(value.slice(0, 60)) : described(value);
}
