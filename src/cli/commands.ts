import type { Command } from 'commander';
import type { CommandIo } from './command-io';

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
