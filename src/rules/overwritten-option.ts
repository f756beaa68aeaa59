import { Category, optionPath, Pack, Rule, Severity } from './rule';
import { parseBytes } from '../units/bytes';

export const overwrittenOption: Rule = {
  id: 'overwritten-option',
  pack: Pack.PRODUCTION,
  category: Category.OPTIONS,
  severity: Severity.ERROR,
  title: 'an option contradicts the field that replaces it',
  why: 'the operator writes the fields of the resource over flinkConfiguration, so the option does nothing and misleads its reader',
  source: 'operator FlinkConfigBuilder: fields are set after flinkConfiguration',
  check: ({ written, overwritten }) => overwritten.flatMap(({ field, key, value }) => {
    const option = written.get(key);
    return option === undefined || sameValue(key, option, value) ? [] : [{
      path: optionPath(key),
      what: `${key} contradicts ${field}, which the operator writes over it`,
      got: `"${option}"`,
      allowed: `"${value}", or nothing`,
      inConstruct: 'remove the option; the field decides',
      edits: [{ remove: optionPath(key) }],
    }];
  }),
};

function sameValue(key: string, option: string, value: string): boolean {
  if (key.endsWith('.size')) {
    return parseBytes(option) === parseBytes(value);
  }
  return option === value || (key.endsWith('.amount') && Number(option) === Number(value));
}
