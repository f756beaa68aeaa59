import type { Command } from 'commander';
import type { CommandIo } from './command-io';
import { IMPORT_EXIT_CODES } from './import-exit-codes';

/** Makes a command; one that ends with another exit code than 0 says so by `done`. */
export type MakeCommand = (io: CommandIo, done: (exitCode: number) => void) => Command;

/** A command by its name, loaded when it is called. */
export interface LazyCommand {
  readonly name: string;
  readonly load: () => MakeCommand;
  /** As its help tells them, where they are not those of every command. */
  readonly exitCodes?: string;
}

/** Of `diff`. */
const DIFF_EXIT_CODES = `
Exit codes:
  0  done, with differences or without
  1  there is what --fail-on asks for
  2  the input cannot be used; standard error says why`;

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load what only one command needs */
/** In the order of the help. */
export const COMMANDS: readonly LazyCommand[] = [
  { name: 'size', load: () => (require('./size') as typeof import('./size')).sizeCommand },
  { name: 'rules', load: () => (require('./rules') as typeof import('./rules')).rulesCommand },
  { name: 'explain', load: () => (require('./explain') as typeof import('./explain')).explainCommand },
  { name: 'diff', load: () => (require('./diff') as typeof import('./diff')).diffCommand, exitCodes: DIFF_EXIT_CODES },
  { name: 'import', load: () => (require('./import') as typeof import('./import')).importCommand, exitCodes: IMPORT_EXIT_CODES },
  {
    name: 'lint',
    load: () => (require('./lint/lint') as typeof import('./lint/lint')).lintCommand,
    exitCodes: `
Exit codes:
  0  no finding of the weight of --fail-on or above
  1  such findings
  2  some input cannot be used; standard error says why, and the rest is looked at`,
  },
];
