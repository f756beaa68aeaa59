import { AutoscalerPlugin } from './autoscaler-plugin';
import { FlinkSetting } from '../flink/configuration/setting';
import { Refusal, shown } from '../refusal';

/** The class and the parameters, each under the plugin's name. */
export function pluginSettings(family: string, { name, className, parameters = {} }: AutoscalerPlugin): FlinkSetting[] {
  refuseUnless(/^[A-Za-z0-9_-]+$/, 'name', name, 'letters, digits, dashes and underscores');
  refuseUnless(/^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/, 'className', className, 'a Java class with its package');
  Object.keys(parameters).forEach((parameter) => refuseUnless(/^(?!class$)[\w.-]+$/, 'parameters', parameter, 'names of letters, digits, dashes, dots and underscores, other than class'));
  const key = `job.autoscaler.${family}.${name}`;
  return [
    { key: `${key}.class`, value: className, reason: `the class of ${name}` },
    ...Object.entries(parameters).map(([parameter, value]) => ({ key: `${key}.${parameter}`, value, reason: `read by ${name}` })),
  ];
}

function refuseUnless(pattern: RegExp, property: string, got: string, allowed: string): void {
  if (!pattern.test(got)) {
    throw new Refusal({
      code: 'autoscaler-plugin', what: `${property} of an autoscaler plugin has the wrong form`, got: shown(got), allowed, fix: 'correct it; it becomes part of an option',
    });
  }
}
