import type { Command, Option } from 'commander';

/** What may stand behind an option: one of these, a file, or what only the user knows. */
export interface CompletedOption {
  readonly flag: string;
  readonly description: string;
  readonly takesValue: boolean;
  readonly takesFile: boolean;
  readonly choices: readonly string[];
}

/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** Its arguments, if they are one of these; otherwise they are files. */
  readonly choices: readonly string[];
}

/** Read off the commands themselves, so that no script says anything else than their help. */
export function completedCommands(commands: readonly Command[]): CompletedCommand[] {
  return commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: command.createHelp().visibleOptions(command).map(completedOption),
    choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  }));
}

function completedOption({ long, description, flags, required, optional, argChoices }: Option): CompletedOption {
  return { flag: long!, description, takesValue: required || optional, takesFile: /<(file|folder)>/.test(flags), choices: argChoices ?? [] };
}
