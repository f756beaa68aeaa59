import { CompletedCommand } from './completed-commands';

/** A function that looks at the word before the one that is written; where it knows nothing, bash offers files. */
export function bashCompletion(program: string, commands: readonly CompletedCommand[]): string {
  const name = program.replace(/-/g, '_');
  const values = commands.flatMap((command) => command.options.filter(({ takesValue }) => takesValue)
    .map(({ flag, choices }) => `    '${command.name} ${flag}') words='${choices.join(' ')}' ;;`));
  return `# source <(${program} completion bash)
_${name}() {
  local words word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  # --format=json comes in three words.
  if [[ $word == '=' ]]; then word=''; elif [[ $before == '=' ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
  if (( COMP_CWORD == 1 )); then command='' before=''; fi
  case "$command $before" in
    ' ') words='${[...commands.map((command) => command.name), 'help', '--help', '--version'].join(' ')}' ;;
    'help help') words='${commands.map((command) => command.name).join(' ')}' ;;
${values.join('\n')}
    *) case "$command" in
${commands.map(wordsOf).join('\n')}
    esac
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _${name} ${program}
`;
}

/** Options are offered where one is begun, so that files come first. */
function wordsOf({ name, options, choices }: CompletedCommand): string {
  const flags = options.map(({ flag }) => flag).join(' ');
  return choices.length > 0 ? `      ${name}) words='${choices.join(' ')} ${flags}' ;;` : `      ${name}) [[ $word == -* ]] && words='${flags}' ;;`;
}
