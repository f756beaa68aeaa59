import { listOf, RAW } from './field-kinds';
import { MANIFEST_SCHEMAS } from './manifest-fields';
import { isObject } from './read-field';
import { ReadManifest, readManifestFrom, shownName } from './read-manifest';
import { described, Place, wrongKind } from './reading';
import { refused } from './yaml-refusals';
import { TextDocument, yamlDocuments } from './yaml-text';
import { OperatorVersion } from '../operator-version';

/** What a text holds: the resources of the operator, and the kinds of those that are not its own. */
export interface ManifestsOfText {
  readonly manifests: ReadManifest[];
  readonly passedOver: string[];
}

interface Resource extends Pick<TextDocument, 'value' | 'locate'> {
  readonly within?: Place;
}

const GROUP = 'flink.apache.org/';

/** Every resource of the operator in a YAML text of one or more documents; a refusal says the line and column. */
export function readManifests(text: string, release: OperatorVersion): ManifestsOfText {
  // Callers in plain JavaScript may hand over anything, a file's bytes above all.
  if (typeof text !== 'string') {
    throw refused('manifest-text', 'manifests are read from text', described(text), 'text', 'read the file as UTF-8 text');
  }
  const manifests: ReadManifest[] = [];
  const passedOver: string[] = [];
  for (const { value, locate, within } of yamlDocuments(text).flatMap((document) => resourcesIn(document, release))) {
    if (isObject(value) && !isOperators(value)) {
      passedOver.push(kindOf(value));
    } else {
      manifests.push(readManifestFrom(value, { release, pruned: [], locate, within }));
    }
  }
  return { manifests, passedOver };
}

/** A list, as kubectl prints several resources, is its items. */
function resourcesIn(resource: Resource, release: OperatorVersion): Resource[] {
  const { value, locate, within } = resource;
  if (value === null || value === undefined) {
    return [];
  }
  if (!isList(value)) {
    return [resource];
  }
  const items: Place = { parent: within, key: 'items' };
  if (value.items !== null && value.items !== undefined && !Array.isArray(value.items)) {
    throw wrongKind(items, value.items, listOf(RAW), { release, pruned: [], locate });
  }
  return (value.items ?? []).flatMap((item, key) => resourcesIn({ value: item, locate, within: { parent: items, key } }, release));
}

function isList(value: unknown): value is { readonly items?: unknown[] | null } {
  const { apiVersion, kind } = isObject(value) ? value as Record<string, unknown> : {};
  return apiVersion === 'v1' && kind === 'List';
}

function isOperators({ apiVersion }: { apiVersion?: unknown }): boolean {
  return typeof apiVersion !== 'string' || apiVersion.startsWith(GROUP);
}

/** With its version where the kind is called like one of the operator's. */
function kindOf({ kind, apiVersion }: { kind?: unknown; apiVersion?: unknown }): string {
  const name = typeof kind === 'string' ? kind.slice(0, 60) : described(kind);
  return MANIFEST_SCHEMAS.has(name) ? `${name} of ${shownName(apiVersion)}` : name;
}
