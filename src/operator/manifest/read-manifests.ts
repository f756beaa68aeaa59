import { isObject } from './read-field';
import { ReadManifest, readManifestFrom } from './read-manifest';
import { described } from './reading';
import { yamlDocuments } from './yaml-text';
import { OperatorVersion } from '../operator-version';

/** What a text holds: the resources of the operator, and the kinds of those that are not its own. */
export interface ManifestsOfText {
  readonly manifests: ReadManifest[];
  readonly passedOver: string[];
}

const GROUP = 'flink.apache.org/';

/** Every resource of the operator in a YAML text of one or more documents; a refusal says the line and column. */
export function readManifests(text: string, release: OperatorVersion): ManifestsOfText {
  const manifests: ReadManifest[] = [];
  const passedOver: string[] = [];
  for (const { value, locate } of yamlDocuments(text)) {
    if (value === null || value === undefined) {
      continue;
    }
    if (isObject(value) && !isOperators(value)) {
      passedOver.push(kindOf(value));
    } else {
      manifests.push(readManifestFrom(value, { release, pruned: [], locate }));
    }
  }
  return { manifests, passedOver };
}

function isOperators({ apiVersion }: { apiVersion?: unknown }): boolean {
  return typeof apiVersion !== 'string' || apiVersion.startsWith(GROUP);
}

function kindOf({ kind }: { kind?: unknown }): string {
  return typeof kind === 'string' ? kind : described(kind);
}
