import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../src/refusal';
import { ALL_RULES } from '../src/rules/all-rules';

const GUIDES = join(__dirname, '..', 'docs', 'guides');
/** What is wrong with its code, what was given, what is allowed and the way out, each with something in it. */
const CLEAR = /^(?!undefined)[^\n]{8,} \[([a-z0-9-]+)\]\n {2}got {6}\S[^]*\n {2}allowed {2}\S[^]*\n {2}fix {6}\S[^]*$/;

/** Codes in the first column of the tables of a guide. */
function documentedCodes(guide: string): string[] {
  return [...readFileSync(join(GUIDES, guide), 'utf8').matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) => [...cell.matchAll(/`([a-z0-9-]+)`/g)].map(([, code]) => code));
}

let codes: ReadonlySet<string> | undefined;

/** Throws where a refusal says less than what, got, allowed and fix, that of a construct also where, or has a code that neither the guides nor the rules know. */
export function refuseUnclear({ message }: Refusal, isOfConstruct: boolean): void {
  codes ??= new Set([...['refusals.md', 'findings.md'].flatMap(documentedCodes), ...ALL_RULES.map(({ id }) => id)]);
  const [, code] = CLEAR.exec(message) ?? [];
  if (code === undefined || isOfConstruct !== /\n {2}at {7}\S/.test(message) || !codes.has(code) || /undefined|\[object|NaN/.test(message)) {
    throw new Error(`an unclear refusal: ${message}`);
  }
}
