import { Refusal } from '../refusal';

/** Input that a command cannot work with: all that is wrong with it, under the name of the file. */
export class UnusableInput extends Error {
  constructor(public readonly input: string, public readonly refusals: readonly Refusal[]) {
    super(refusals.map(({ message }) => `${input}: ${message}`).join('\n\n'));
  }
}

/** What the work makes; what it refuses is refused under the name of the input, where `placed` says. */
export function withInput<T>(input: string, work: () => T, placed = (refusal: Refusal) => refusal): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Refusal ? new UnusableInput(input, [placed(error)]) : error;
  }
}
