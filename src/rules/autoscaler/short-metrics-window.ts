import { readBoolean } from '../../flink/configuration/option-reading';
import { autoscalerOption, shortMetricsWindow } from '../../operator/admission/autoscaler-rules';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';

const ENABLED = autoscalerOption('enabled');

/** Operator 1.16 refuses it itself, with the same code. */
export const shortMetricsWindowOfAutoscaler: Rule = {
  id: 'metrics-window',
  pack: Pack.PRODUCTION,
  category: Category.AUTOSCALER,
  severity: Severity.ERROR,
  title: 'an autoscaler that never has two samples',
  why: 'it takes one sample at each reconciliation and needs two in its window, so that it never does anything',
  source: 'operator 1.16 DefaultValidator.validateMetricsWindow',
  check: ({ configuration }) => {
    const short = readBoolean(configuration, ENABLED, false) ? shortMetricsWindow(configuration) : undefined;
    return short === undefined ? [] : [{ ...short, path: optionPath(autoscalerOption('metrics.window').key) }];
  },
};
