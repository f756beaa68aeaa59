import { refuseEmpty } from './metric-filter';
import { DelimitedReporterProps, PushingReporterProps, TaggedReporterProps } from './reporter-props';
import { FlinkSetting } from '../flink/configuration/setting';
import { Refusal, shown } from '../refusal';
import { renderDuration } from '../units/flink-duration';

/** What any reporter may be given; each kind offers what it heeds. */
export interface AnyReporterProps extends TaggedReporterProps, PushingReporterProps, DelimitedReporterProps {}

/** An option of one kind of reporter: the end of its key, its value if it has one, and why. */
export type ReporterOption = readonly [key: string, value: string | number | boolean | undefined, reason: string];

/** All options of a reporter under `metrics.reporter.<name>.`. Flink starts whatever has a factory class, without a list of names. */
export function reporterSettings(name: string, props: AnyReporterProps, options: ReporterOption[]): FlinkSetting[] {
  refuseName(name, /^[\w-]+$/, 'letters, digits, - and _');
  const { interval, scopeDelimiter, includes, excludes, additionalVariables, excludedVariables } = props;
  const all: ReporterOption[] = [
    ...options,
    ['interval', interval && renderDuration(interval), 'how often it reports'],
    ['scope.delimiter', scopeDelimiter, 'between the parts of a name'],
    ['scope.variables.additional', additionalVariables && variables(additionalVariables), 'added to each metric'],
    ['scope.variables.excludes', excludedVariables?.map(variableName).join(';'), 'left out of each metric'],
    ['filter.includes', filters('includes', includes), 'the metrics that are worth it'],
    ['filter.excludes', filters('excludes', excludes), 'metrics that are not worth it'],
  ];
  return all.flatMap(([key, value, reason]) => value === undefined ? [] : [{ key: `metrics.reporter.${name}.${key}`, value: String(value), reason }]);
}

export function refuseName(name: string, pattern: RegExp, allowed: string): void {
  if (typeof name !== 'string' || !pattern.test(name)) {
    throw new Refusal({
      code: 'reporter-name',
      what: 'a metric reporter cannot have this name',
      got: shown(name),
      allowed,
      fix: 'take a short name, or leave it out; it stands in the keys of the reporter\'s options',
    });
  }
}

function filters(property: string, list: AnyReporterProps['includes']): string | undefined {
  if (list !== undefined) {
    refuseEmpty(property, list);
  }
  return list?.map(String).join(';');
}

function variables(given: Record<string, string>): string {
  return Object.keys(given).sort().map((name) => {
    if (typeof given[name] !== 'string' || !/^[^\s,:;'"]+$/.test(given[name])) {
      throw variableRefusal(`the value of the variable ${shown(name)}`, given[name], 'a text without comma, colon, semicolon, quotes and blanks');
    }
    return `${variableName(name)}:${given[name]}`;
  }).join(',');
}

function variableName(name: string): string {
  if (typeof name !== 'string' || !/^\w+$/.test(name)) {
    throw variableRefusal('the name of a variable', name, 'letters, digits and _, as in job_name, without the angle brackets of a scope format');
  }
  return name;
}

function variableRefusal(what: string, got: unknown, allowed: string): Refusal {
  return new Refusal({
    code: 'reporter-variable',
    what: `${what} would fall apart in the list that Flink reads`,
    got: shown(got),
    allowed,
    fix: 'write it without these characters',
  });
}
