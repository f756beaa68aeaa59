import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readBoolean } from '../../flink/configuration/option-reading';
import { autoscalerOption } from '../../operator/admission/autoscaler-rules';

const ENABLED = autoscalerOption('enabled');
const SCALING = autoscalerOption('scaling.enabled');

/** Whether the autoscaler is on and does more than give advice. */
export function autoscalerActs(settings: FlinkSettings): boolean {
  return readBoolean(settings, ENABLED, false) && readBoolean(settings, SCALING, true);
}
