import { ReadOption, textOf } from './read-option';
import { FlinkSettings } from '../../flink/memory/memory-settings';

const TYPE: ReadOption = { key: 'high-availability.type', others: ['recovery.mode', 'high-availability'] };

/** Anything but `none` counts, a misspelt type too: Flink takes that for the name of a class. `standalone` is its oldest name for none. */
export function highlyAvailable(settings: FlinkSettings): boolean {
  const type = textOf(settings, TYPE);
  return type !== undefined && !['NONE', 'STANDALONE'].includes(type.toUpperCase());
}
