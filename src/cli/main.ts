import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { CommandIo, processIo } from './command-io';
import { COMMANDS, LazyCommand } from './commands';
import { ALL_EXIT_CODES, EXIT_CODES } from './exit-codes';
import { UnusableInput } from './unusable-input';

/** Runs the program with the arguments after its name; the answer is the exit code. A mistake of ours is thrown. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const program = new Command('cdk8s-flink')
    .description('Apache Flink on Kubernetes, from what a job is')
    .version((JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as { version: string }).version)
    .addHelpText('after', ALL_EXIT_CODES)
    .showHelpAfterError('(--help tells more)')
    .configureOutput({ writeOut: io.out, writeErr: io.err, getOutHelpWidth: () => io.columns ?? 100, getErrHelpWidth: () => io.columns ?? 100 })
    .exitOverride();
  let exitCode = 0;
  const done = (code: number) => {
    exitCode = code;
  };
  for (const { load, exitCodes } of commandsFor(args[0])) {
    program.addCommand(load()(io, done).addHelpText('after', exitCodes ?? EXIT_CODES).copyInheritedSettings(program));
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof UnusableInput) {
      io.err(`${error.message}\n`);
      return 2;
    }
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? 0 : 2;
    }
    throw error;
  }
}

/** Only the command that is called is loaded; help is about all of them. */
function commandsFor(first: string | undefined): readonly LazyCommand[] {
  const called = COMMANDS.filter(({ name }) => name === first);
  return called.length > 0 || first === '--version' || first === '-V' ? called : COMMANDS;
}

/** What `bin/cdk8s-flink` calls. */
export function main(): void {
  // A reader that has seen enough, such as `head`, is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
      throw error;
    }
  });
  void run(process.argv.slice(2), processIo()).then((code) => {
    process.exitCode = code;
  });
}
