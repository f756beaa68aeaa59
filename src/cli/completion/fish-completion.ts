import { CompletedCommand, CompletedOption } from './completed-commands';

/** A line for each command, option and list of choices. */
export function fishCompletion(program: string, commands: readonly CompletedCommand[]): string {
  const line = (condition: string, words: string) => `complete -c ${program} -n ${quoted(condition)} ${words}`;
  return [
    `# ${program} completion fish | source`,
    line('__fish_use_subcommand', '-f -l help'),
    line('__fish_use_subcommand', '-f -l version'),
    ...[...commands, { name: 'help', description: 'display help for command' }]
      .map(({ name, description }) => line('__fish_use_subcommand', `-f -a ${name} -d ${quoted(description)}`)),
    line('__fish_seen_subcommand_from help', `-f -a ${quoted(commands.map(({ name }) => name).join(' '))}`),
    ...commands.flatMap(({ name, options, choices }) => [
      ...(choices.length > 0 ? [`-f -a ${quoted(choices.join(' '))}`] : []),
      ...options.map(optionWords),
    ].map((words) => line(`__fish_seen_subcommand_from ${name}`, words))),
    '',
  ].join('\n');
}

function optionWords({ flag, description, takesValue, takesFile, choices }: CompletedOption): string {
  const values = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : takesFile ? ' -r -F' : takesValue ? ' -x' : '';
  return `-l ${flag.slice(2)}${values} -d ${quoted(description)}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
