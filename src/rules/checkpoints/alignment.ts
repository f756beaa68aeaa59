import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { KeyedOption } from '../../flink/configuration/option-reading';

export const UNALIGNED = 'execution.checkpointing.unaligned.enabled';
export const ALIGNED_TIMEOUT: KeyedOption = {
  key: 'execution.checkpointing.aligned-checkpoint-timeout', older: ['execution.checkpointing.alignment-timeout'],
};
export const MODE = 'execution.checkpointing.mode';

/** Otherwise Flink turns unaligned checkpoints off by itself. */
export function exactlyOnce(settings: FlinkSettings): boolean {
  return settings.get(MODE)?.trim().toUpperCase() !== 'AT_LEAST_ONCE';
}
