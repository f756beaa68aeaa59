import { Refusal, RefusalText } from '../../refusal';

/** A part of what will run, or why Flink or the operator could not make it. */
export type Made<T extends object> = T | Unmade;

export interface Unmade {
  readonly refused: RefusalText;
}

export function made<T extends object>(part: () => T): Made<T> {
  try {
    return part();
  } catch (error) {
    if (error instanceof Refusal) {
      return { refused: error.text };
    }
    throw error;
  }
}

export function isMade<T extends object>(part: Made<T>): part is T {
  return !('refused' in part);
}
