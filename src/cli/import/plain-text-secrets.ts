import { holdsSecret } from '../../flink/configuration/sensitive-key';

/** What names a Secret: `secretName`, `secretKeyRef`. */
const NAMES_ONE = /([a-z](Name|Ref)s?|^kubernetes\.secrets)$/;
/** `PASSWORD=…` in a command, `password: …` in a file; what follows a dollar or a brace is put in elsewhere. */
const SECRET_ENTRY = /(passw(or)?d|secret|token|access[-_.]?key|api[-_.]?key)[\w.-]*["']?\s*[=:]\s*["']?[^\s"'$<{]/i;
const OPTION = /^--?([\w.-]+)$/;

/** Whether a text under this name is a secret, or has one in it. */
export function isPlainTextSecret(name: string, text: string): boolean {
  return text !== '' && !NAMES_ONE.test(name) && (holdsSecret(name, text) || SECRET_ENTRY.test(text));
}

/** The name that an element of a list goes by, where the one before is an option: `--password`. */
export function optionBefore(items: readonly unknown[], index: number): string {
  const before = items[index - 1];
  const [, option = ''] = typeof before === 'string' ? OPTION.exec(before) ?? [] : [];
  return option;
}

/** The variables of the environment that imported code reads secrets from, each for one value. */
export class PlainTextSecrets {
  private readonly values = new Map<string, string>();

  /** The variable for a value, called after the resource and the name that it goes by. */
  public variableFor(value: string, ...names: readonly string[]): string {
    const base = names.join('_').toUpperCase().replace(/[^A-Z0-9]+/g, '_').replace(/^_+|_+$/g, '').replace(/^(?=[0-9]|$)/, 'SECRET_');
    let variable = base;
    for (let count = 2; (this.values.get(variable) ?? value) !== value; count++) {
      variable = `${base}_${count}`;
    }
    this.values.set(variable, value);
    return variable;
  }
}
