import { CompletedCommand, CompletedOption } from './completed-commands';

/** To be sourced, or kept as a file `_cdk8s-flink` in a folder of `fpath`. */
export function zshCompletion(program: string, commands: readonly CompletedCommand[]): string {
  const name = program.replace(/-/g, '_');
  return `#compdef ${program}
# source <(${program} completion zsh)
_${name}() {
  local -a commands=(
${commands.map((command) => `    ${quoted(`${command.name}:${command.description}`)}`).join('\n')}
    'help:display help for command'
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _arguments '--help' '--version'
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
    help) _describe command commands ;;
${commands.map(argumentsOf).join('\n')}
  esac
}
if [[ \${funcstack[1]} == _${name} || \${funcstack[1]} == _${program} ]]; then _${name} "$@"; else compdef _${name} ${program}; fi
`;
}

function argumentsOf({ name, options, choices }: CompletedCommand): string {
  const values = choices.length > 0 ? `(${choices.join(' ')})` : '_files';
  return `    ${name}) _arguments ${[...options.map(optionText), `*:argument:${values}`].map(quoted).join(' ')} ;;`;
}

function optionText({ flag, description, takesValue, takesFile, choices }: CompletedOption): string {
  const values = choices.length > 0 ? `(${choices.join(' ')})` : takesFile ? '_files' : ' ';
  return `${flag}[${description.replace(/[[\]]/g, '\\$&')}]${takesValue ? `:value:${values}` : ''}`;
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, '\'\\\'\'')}'`;
}
