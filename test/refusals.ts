import { Refusal } from '../src/refusal';

/** The refusal that `work` ends in; fails the test when there is none or when it is another error. */
export function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) {
      return error;
    }
    throw error;
  }
  throw new Error('nothing was refused');
}

/** The message of a refusal, line by line: `what [code]`, got, allowed, fix and, in a construct tree, at. */
export function says(what: string, got: string, allowed: string, fix: string, at?: string): string {
  return [what, `  got      ${got}`, `  allowed  ${allowed}`, `  fix      ${fix}`, ...(at === undefined ? [] : [`  at       ${at}`])].join('\n');
}
