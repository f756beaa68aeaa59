import { FlinkSettings } from './configuration/flink-settings';
import { readOption } from './configuration/option-spelling';

/** Anything but `none` counts, a misspelt type too: Flink takes that for the name of a class. `standalone` is its oldest name for none. */
export function isHighlyAvailable(settings: FlinkSettings): boolean {
  const type = readOption(settings, 'high-availability.type');
  return type !== undefined && !['NONE', 'STANDALONE'].includes(type.toUpperCase());
}
