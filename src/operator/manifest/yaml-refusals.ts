import { Refusal } from '../../refusal';

/** Room for the operator's own CRDs in one file; the API server takes less in one request. */
export const LARGEST = 2 * 1024 * 1024;
/** Twice those of the operator's CRDs together. */
export const MOST_LEXEMES = 250_000;
export const MOST_DOCUMENTS = 5_000;
/** What etcd stores of one resource is little more. */
export const LONGEST_WORD = 1024 * 1024;
export const MOST_RESOURCES = 1_000;
/** Of one resource; with status and managed fields the large ones have some thousands. */
export const MOST_VALUES = 20_000;
export const DEEPEST = 100;

export function tooDeep(at: string): Refusal {
  return refused('manifest-depth', 'the text is nested too deeply', `more than ${DEEPEST} levels`, `at most ${DEEPEST} levels`, 'write it flatter', at);
}

export function tooLarge(got: string, at: string): Refusal {
  return refused('manifest-size', 'the text is too large for manifests', got,
    `at most ${LARGEST} characters, ${LONGEST_WORD} in a word, ${MOST_LEXEMES} words and marks, ${MOST_DOCUMENTS} documents, and of the operator's ${MOST_RESOURCES} `
    + `resources with ${MOST_VALUES} values each`, 'split the file', at);
}

export function unreadable(got: string, at: string): Refusal {
  return refused('manifest-text', 'the text is not YAML that can be read', got, 'YAML as kubectl reads it', 'mend it there', at);
}

export function refused(code: string, what: string, got: string, allowed: string, fix: string, at?: string): Refusal {
  return new Refusal({ code, what, got, allowed, fix }, at);
}
