import { Refusal } from '../../refusal';

/** Room for the operator's own CRDs in one file; the API server takes less in one request. */
export const LARGEST = 3 * 1024 * 1024;
export const MOST_LEXEMES = 500_000;
export const MOST_DOCUMENTS = 10_000;
export const DEEPEST = 100;

export function tooDeep(at: string): Refusal {
  return refused('manifest-depth', 'the text is nested too deeply', `more than ${DEEPEST} levels`, `at most ${DEEPEST} levels`, 'write it flatter', at);
}

export function tooLarge(got: string, at: string): Refusal {
  return refused('manifest-size', 'the text is too large for manifests', got,
    `at most ${LARGEST} characters, ${MOST_LEXEMES} words and marks and ${MOST_DOCUMENTS} documents`, 'split the file', at);
}

export function unreadable(got: string, at: string): Refusal {
  return refused('manifest-text', 'the text is not YAML that can be read', got, 'YAML as kubectl reads it', 'mend it there', at);
}

export function refused(code: string, what: string, got: string, allowed: string, fix: string, at?: string): Refusal {
  return new Refusal({ code, what, got, allowed, fix }, at);
}
