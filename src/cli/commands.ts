import type { Command } from 'commander';
import type { CommandIo } from './command-io';
import { DIFF_EXIT_CODES, IMPORT_EXIT_CODES, LINT_EXIT_CODES } from './exit-codes';

/** Makes a command; one that ends with another exit code than 0 says so by `done`. */
export type MakeCommand = (io: CommandIo, done: (exitCode: number) => void) => Command;

/** A command by its name, loaded when it is called. */
export interface LazyCommand {
  readonly name: string;
  readonly load: () => MakeCommand;
  /** As its help tells them, where they are not those of every command. */
  readonly exitCodes?: string;
}

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load what only one command needs */
/** In the order of the help. */
export const COMMANDS: readonly LazyCommand[] = [
  { name: 'lint', load: () => (require('./lint/lint') as typeof import('./lint/lint')).lintCommand, exitCodes: LINT_EXIT_CODES },
  { name: 'explain', load: () => (require('./explain') as typeof import('./explain')).explainCommand },
  { name: 'diff', load: () => (require('./diff') as typeof import('./diff')).diffCommand, exitCodes: DIFF_EXIT_CODES },
  { name: 'import', load: () => (require('./import') as typeof import('./import')).importCommand, exitCodes: IMPORT_EXIT_CODES },
  { name: 'rules', load: () => (require('./rules') as typeof import('./rules')).rulesCommand },
  { name: 'size', load: () => (require('./size') as typeof import('./size')).sizeCommand },
  { name: 'completion', load: () => (require('./completion/completion') as typeof import('./completion/completion')).completionCommand },
];
