import { FlinkSetting } from '../../src/flink/configuration/setting';
import { flinkOptions, operatorOptions } from '../../src/flink/options/option-catalogue';
import { valueDialect } from '../../src/flink/options/value-dialect';
import { valueProblem } from '../../src/flink/options/value-problem';
import { FlinkVersion, OperatorVersion } from 'cdk8s-flink';

export const FLINK_LINES = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3];

export const OPERATORS = [
  OperatorVersion.V1_10, OperatorVersion.V1_11, OperatorVersion.V1_12, OperatorVersion.V1_13, OperatorVersion.V1_14, OperatorVersion.V1_15,
  OperatorVersion.V1_16,
];

/** Keys that this line of Flink does not have, and values that it cannot read. */
export function settingsProblems(line: FlinkVersion, settings: FlinkSetting[]): string[] {
  const catalogue = flinkOptions(line);
  return settings.filter(({ key, value }) => catalogue.find(key).is !== 'option' || valueProblem(catalogue, key, value, valueDialect(line)) !== undefined)
    .map(({ key, value }) => `${key}: ${value}`);
}

/** The same for options of the operator, which reads them with Flink classes of its own. */
export function operatorSettingsProblems(release: OperatorVersion, settings: FlinkSetting[]): string[] {
  const catalogue = operatorOptions(release.minorLine);
  const dialect = valueDialect(release.flinkClasses);
  return settings.filter(({ key, value }) => catalogue.find(key).is !== 'option' || valueProblem(catalogue, key, value, dialect) !== undefined)
    .map(({ key, value }) => `${key}: ${value}`);
}
