import { LintFinding } from './lint-run';
import { SecretValue } from './secret-values';

/** Shorter ones would blot out common words, and the places where they stand are hidden all the same. */
const SHORTEST = 6;

/** A finding in whose words no secret of the text stands. */
export function withoutSecrets(finding: LintFinding, secrets: readonly SecretValue[]): LintFinding {
  const words = secrets.map(({ text }) => text).filter((text) => text.length >= SHORTEST).sort((one, other) => other.length - one.length);
  if (words.length === 0) {
    return finding;
  }
  const clean = (text: string) => words.reduce((cleaned, word) => cleaned.split(word).join('***'), text);
  const { what, got, allowed, fix, becomes, edits, acknowledged, splice } = finding;
  return {
    ...finding,
    what: clean(what),
    got: clean(got),
    allowed: clean(allowed),
    fix: clean(fix),
    becomes: becomes === undefined ? undefined : clean(becomes),
    edits: edits.map((edit) => ('set' in edit && typeof edit.value === 'string' ? { ...edit, value: clean(edit.value) } : edit)),
    // A change that would write a secret is made, but not told.
    splice: splice !== undefined && clean(splice.text) !== splice.text ? undefined : splice,
    acknowledged: acknowledged === undefined ? undefined : { ...acknowledged, reason: clean(acknowledged.reason) },
  };
}
