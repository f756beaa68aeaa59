import { Argument, Command } from 'commander';
import { bashCompletion } from './bash-completion';
import { completedCommands } from './completed-commands';
import { fishCompletion } from './fish-completion';
import { zshCompletion } from './zsh-completion';
import { CommandIo } from '../command-io';
import { COMMANDS } from '../commands';

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

const EXAMPLES = `
Examples:
  source <(cdk8s-flink completion bash)
  cdk8s-flink completion bash > ~/.local/share/bash-completion/completions/cdk8s-flink
  source <(cdk8s-flink completion zsh)
  cdk8s-flink completion fish > ~/.config/fish/completions/cdk8s-flink.fish`;

/** `cdk8s-flink completion`: what a shell needs to complete commands, options and their values. */
export function completionCommand(io: CommandIo): Command {
  return new Command('completion')
    .description('Prints a script that lets a shell complete commands, options and their values')
    .addArgument(new Argument('<shell>', 'the shell that reads it').choices(Object.keys(SHELLS)))
    .addHelpText('after', EXAMPLES)
    .action((shell: keyof typeof SHELLS) => {
      const commands = COMMANDS.map(({ load }) => load()(io, () => undefined));
      io.out(SHELLS[shell]('cdk8s-flink', completedCommands(commands)));
    });
}
