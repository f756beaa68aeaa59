import { Refusal } from '../refusal';

/** Input that a command cannot work with: all that is wrong with it, under the name of the file. */
export class UnusableInput extends Error {
  constructor(input: string, refusals: readonly Refusal[]) {
    super(refusals.map(({ message }) => `${input}: ${message}`).join('\n\n'));
  }
}

/** What the work makes; what it refuses is refused under the name of the input. */
export function withInput<T>(input: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Refusal ? new UnusableInput(input, [error]) : error;
  }
}
