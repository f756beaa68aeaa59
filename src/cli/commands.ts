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

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load what only one command needs */
/** In the order of the help. */
export const COMMANDS: readonly LazyCommand[] = [
  { name: 'size', load: () => (require('./size') as typeof import('./size')).sizeCommand },
  { name: 'import', load: () => (require('./import') as typeof import('./import')).importCommand, exitCodes: IMPORT_EXIT_CODES },
];
