import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../../../refusal';
import { UnusableInput } from '../../unusable-input';

/** Puts a text in the place of a file, whole or not at all, with the rights that it had. */
export function rewriteFile(path: string, text: string): void {
  const place = realpathSync(path);
  const beside = join(dirname(place), `.${basename(place)}.${process.pid}.tmp`);
  try {
    writeFileSync(beside, text, { flag: 'wx' });
    chmodSync(beside, statSync(place).mode);
    renameSync(beside, place);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new UnusableInput(path, [new Refusal({
      code: 'output-file',
      what: 'the file cannot be written',
      got: (error as NodeJS.ErrnoException).code ?? String(error),
      allowed: 'a file in a folder that one may write to',
      fix: 'check the permissions, or lint without --fix',
    })]);
  }
}
