import { isDeepStrictEqual } from 'node:util';
import { commentsOf } from './comments-of';
import { editedText, pathOf } from './edited-text';
import { editedValue } from './edited-value';
import { meaningOf } from './meaning';
import { ReadManifest } from '../../../operator/manifest/read-manifest';
import { readResources, TextResource } from '../../../operator/manifest/read-resources';
import { yamlDocuments } from '../../../operator/manifest/yaml-text';
import { OperatorInstallation } from '../../../operator/operator-installation';
import { ResourceTwin, resourceTwins } from '../../../operator/resource-twin';
import { Refusal } from '../../../refusal';
import { Judged } from '../../../rules/judge';
import { Edit } from '../../../rules/rule';

/** What a change of a text is tried on. */
export interface FixedText {
  readonly text: string;
  readonly resources: readonly TextResource[];
  readonly installation: OperatorInstallation;
  /** Resources of other texts, which session jobs of this one meet, or the other way about. */
  readonly others: readonly ReadManifest[];
  /** All that the rules say of a resource. */
  readonly findingsOf: (twin: ResourceTwin) => readonly Judged[];
}

/** The text with all edits of a finding, where the twins prove that the same runs and the finding is gone; nothing otherwise. */
export function provenFix(before: FixedText, resource: TextResource, finding: Judged): string | undefined {
  if (finding.edits.length === 0 || before.resources.some(({ read }) => read instanceof Refusal)) {
    return undefined;
  }
  const index = before.resources.indexOf(resource);
  try {
    let text: string | undefined = before.text;
    for (const edit of finding.edits) {
      text = text === undefined ? undefined : afterEdit(text, index, before, edit);
    }
    return text !== undefined && isProven(before, text, index, finding) ? text : undefined;
  } catch (error) {
    if (error instanceof Refusal) {
      return undefined;
    }
    throw error;
  }
}

/** One edit, with all values of the text but that one as before. */
function afterEdit(text: string, index: number, { installation }: FixedText, edit: Edit): string | undefined {
  const { document, within } = readResources(text, installation.release).resources[index];
  const documents = yamlDocuments(text);
  const at = documents.findIndex(({ root }) => root?.range?.[0] === document.root?.range?.[0]);
  const edited = editedText(text, document.root, below(within, edit));
  if (edited === undefined) {
    return undefined;
  }
  const expected = documents.map(({ value }, position) => (position === at ? editedValue(value, edited.chain, edit) : value));
  return isDeepStrictEqual(plain(yamlDocuments(edited.text).map(({ value }) => value)), plain(expected)) ? edited.text : undefined;
}

function below(within: readonly (string | number)[], edit: Edit): Edit {
  const path = [...within, ...pathOf(edit)];
  return 'set' in edit ? { ...edit, set: path } : 'remove' in edit ? { remove: path } : { ...edit, rename: path };
}

function isProven(before: FixedText, text: string, index: number, { rule, path }: Judged): boolean {
  const { installation, others, findingsOf } = before;
  const after = readResources(text, installation.release).resources;
  if (readIn(after).length !== before.resources.length || !isDeepStrictEqual(commentsOf(before.text), commentsOf(text))) {
    return false;
  }
  const twins = (resources: readonly TextResource[]) => resourceTwins([...readIn(resources), ...others], installation);
  const [old, fixed] = [twins(before.resources), twins(after)];
  const fixable = (some: readonly ResourceTwin[]) => some.flatMap(findingsOf).filter(({ edits }) => edits.length > 0).length;
  return isDeepStrictEqual(old.map(meaningOf), fixed.map(meaningOf)) && fixable(fixed) < fixable(old)
    && !findingsOf(fixed[index]).some((finding) => finding.rule.id === rule.id && isDeepStrictEqual(finding.path, path));
}

function readIn(resources: readonly TextResource[]): ReadManifest[] {
  return resources.map(({ read }) => read).filter((read): read is ReadManifest => !(read instanceof Refusal));
}

/** Merged and aliased values written out, so that one and the same value in two places is compared as two. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part))) as unknown;
}
