import { mkdirSync, writeFileSync } from 'node:fs';
import { withInput } from './unusable-input';
import { Refusal } from '../refusal';

export function writeOutput(path: string, text: string): void {
  written(path, 'a file in a folder that is there', () => writeFileSync(path, text));
}

/** With the folders above it. */
export function makeFolder(path: string): void {
  written(path, 'a folder, or a name that nothing has', () => mkdirSync(path, { recursive: true }));
}

function written(path: string, allowed: string, work: () => unknown): void {
  withInput(path, () => {
    try {
      work();
    } catch (error) {
      throw new Refusal({
        code: 'output-file',
        what: 'the output cannot be written',
        got: (error as NodeJS.ErrnoException).code ?? String(error),
        allowed,
        fix: 'check the path and the permissions',
      });
    }
  });
}
