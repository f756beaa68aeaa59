import { asFlinkDeployment } from './confluent-application';
import { listOf, RAW } from './field-kinds';
import { MANIFEST_SCHEMAS } from './manifest-fields';
import { ManifestPath } from './manifest-path';
import { isObject } from './read-field';
import { ReadManifest, readManifestFrom, shownName } from './read-manifest';
import { described, pathTo, Place, wrongKind } from './reading';
import { MOST_RESOURCES, MOST_VALUES, refused, tooLarge } from './yaml-refusals';
import { TextDocument, TextPlace, yamlDocuments } from './yaml-text';
import { Refusal } from '../../refusal';
import { OperatorVersion } from '../operator-version';

/** What a text holds: the resources of the operator, and the kinds of those that are not its own. */
export interface ResourcesOfText {
  readonly resources: TextResource[];
  readonly passedOver: string[];
}

/** A resource of the operator and where it stands. */
export interface TextResource {
  /** As its text says; `FlinkApplication` is read as the FlinkDeployment in it. */
  readonly kind: string;
  /** Nothing where there is none to read. */
  readonly name?: string;
  /** Why the API server or the operator's classes would not take it, when they would not. */
  readonly read: ReadManifest | Refusal;
  /** The plain values of the text. */
  readonly value: unknown;
  /** Where a part of the resource stands, or the nearest that is there. */
  readonly placeOf: (path: ManifestPath) => TextPlace;
  /** The document that holds it, and where in that: a list has several. */
  readonly document: TextDocument;
  readonly within: ManifestPath;
}

interface Found extends Pick<TextDocument, 'value' | 'placeOf' | 'locate'> {
  readonly document: TextDocument;
  readonly within?: Place;
}

const GROUP = 'flink.apache.org/';

/** Every resource of the operator in a YAML text of one or more documents; a refusal, with line and column, where the text is none. */
export function readResources(text: string, release: OperatorVersion): ResourcesOfText {
  // Callers in plain JavaScript may hand over anything, a file's bytes above all.
  if (typeof text !== 'string') {
    throw refused('manifest-text', 'manifests are read from text', described(text), 'text', 'read the file as UTF-8 text');
  }
  const resources: TextResource[] = [];
  const passedOver: string[] = [];
  const found = yamlDocuments(text).flatMap((document) => {
    const { value, placeOf, locate } = document;
    return resourcesIn({ value, placeOf, locate, document }, release);
  });
  for (const each of found) {
    const value = asFlinkDeployment(each.value);
    if (isOperators(value)) {
      refuseAmount(each, resources.length);
      resources.push(resourceOf({ ...each, value }, each.value, release));
    } else {
      passedOver.push(kindOf(each.value));
    }
  }
  return { resources, passedOver };
}

/** Refuses more than anybody runs: what is made of a resource takes far longer than its text. */
function refuseAmount({ value, locate, within }: Found, before: number): void {
  if (before === MOST_RESOURCES) {
    throw tooLarge(`more than ${MOST_RESOURCES} resources of the operator`, locate(pathTo(within)));
  }
  const rest = [value];
  for (let count = 0; rest.length > 0; count++) {
    if (count + rest.length > MOST_VALUES) {
      throw tooLarge(`a resource of more than ${MOST_VALUES} values`, locate(pathTo(within)));
    }
    const part = rest.pop();
    if (typeof part === 'object' && part !== null) {
      Object.values(part).forEach((inner) => rest.push(inner));
    }
  }
}

function resourceOf({ value, locate, placeOf, within, document }: Found, written: unknown, release: OperatorVersion): TextResource {
  const { kind, metadata } = written as { readonly kind?: unknown; readonly metadata?: { readonly name?: unknown } | null };
  return {
    kind: typeof kind === 'string' ? kind : described(kind),
    name: typeof metadata?.name === 'string' ? metadata.name : undefined,
    read: readOrRefused(() => readManifestFrom(value, { release, pruned: [], locate, within })),
    value: written,
    placeOf: (path) => placeOf([...pathTo(within), ...path]),
    document,
    within: pathTo(within),
  };
}

function readOrRefused(read: () => ReadManifest): ReadManifest | Refusal {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) {
      return error;
    }
    throw error;
  }
}

/** A list, as kubectl prints several resources, is its items. */
function resourcesIn(found: Found, release: OperatorVersion): Found[] {
  const { value, locate, placeOf, within, document } = found;
  if (value === null || value === undefined) {
    return [];
  }
  if (!isList(value)) {
    return [found];
  }
  const items: Place = { parent: within, key: 'items' };
  if (value.items !== null && value.items !== undefined && !Array.isArray(value.items)) {
    throw wrongKind(items, value.items, listOf(RAW), { release, pruned: [], locate });
  }
  return (value.items ?? []).flatMap((item, key) => resourcesIn({ value: item, locate, placeOf, document, within: { parent: items, key } }, release));
}

function isList(value: unknown): value is { readonly items?: unknown[] | null } {
  const { apiVersion, kind } = isObject(value) ? value as Record<string, unknown> : {};
  return apiVersion === 'v1' && kind === 'List';
}

/** By its version, or where that is missing by its kind: values of a chart and other files have neither. */
function isOperators(value: unknown): boolean {
  const { apiVersion, kind } = isObject(value) ? value as Record<string, unknown> : {};
  return typeof apiVersion === 'string' ? apiVersion.startsWith(GROUP) : typeof kind === 'string' && MANIFEST_SCHEMAS.has(kind);
}

/** With its version where the kind is called like one of the operator's. */
function kindOf(value: unknown): string {
  if (!isObject(value)) {
    return described(value);
  }
  const { kind, apiVersion } = value as { readonly kind?: unknown; readonly apiVersion?: unknown };
  const name = typeof kind === 'string' ? kind.slice(0, 60) : described(kind);
  return MANIFEST_SCHEMAS.has(name) ? `${name} of ${shownName(apiVersion)}` : name;
}
