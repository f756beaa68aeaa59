import { Refusal } from '../refusal';

/** Does the work; a refusal says the place in the construct tree. */
export function sayingWhere<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Refusal ? error.at(path) : error;
  }
}
