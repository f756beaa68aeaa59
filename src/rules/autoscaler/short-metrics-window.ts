import { readBoolean } from '../../flink/configuration/option-reading';
import { autoscalerOption, shortMetricsWindow } from '../../operator/admission/autoscaler-rules';
import { OperatorVersion } from '../../operator/operator-version';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';

const ENABLED = autoscalerOption('enabled');

/** Operator 1.16 refuses it itself, by the same name. */
export const shortMetricsWindowOfAutoscaler: Rule = {
  id: 'metrics-window',
  pack: Pack.PRODUCTION,
  category: Category.AUTOSCALER,
  severity: Severity.WARNING,
  title: 'an autoscaler that never has two samples',
  why: 'it takes one sample at each reconciliation and needs two in its window, so that it never does anything',
  fix: 'lengthen job.autoscaler.metrics.window',
  source: 'operator 1.16 DefaultValidator.validateMetricsWindow',
  operator: '1.15',
  fires: `
flinkConfiguration:
  job.autoscaler.enabled: "true"
  job.autoscaler.metrics.window: 30s
`,
  passes: `
flinkConfiguration:
  job.autoscaler.enabled: "true"
  job.autoscaler.metrics.window: 15min
`,
  check: ({ configuration, installation: { release } }) => {
    const refused = release._isAtLeast(OperatorVersion.V1_16);
    const short = !refused && readBoolean(configuration, ENABLED, false) ? shortMetricsWindow(configuration) : undefined;
    return short === undefined ? [] : [{ ...short, path: optionPath(autoscalerOption('metrics.window').key) }];
  },
};
