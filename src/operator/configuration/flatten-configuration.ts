import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { javaNumberText } from '../../units/java-text';

/**
 * `flinkConfiguration` as the operator flattens it: keys joined by dots, lists by semicolons, all values text.
 * Before 1.13 the CRD lets nothing but flat text through, which this leaves as it is.
 */
export function flattenConfiguration(configuration: Record<string, unknown>): FlinkSettings {
  const settings = new Map<string, string>();
  const flatten = (key: string, value: unknown): void => {
    if (Array.isArray(value)) {
      if (value.length > 0) {
        settings.set(key, value.map(scalarText).join(';'));
      }
    } else if (value !== null && typeof value === 'object') {
      Object.entries(value).forEach(([name, inner]) => flatten(key === '' ? name : `${key}.${name}`, inner));
    } else {
      settings.set(key, scalarText(value));
    }
  };
  flatten('', configuration);
  return settings;
}

/** Objects and lists within a list lose their content. */
function scalarText(value: unknown): string {
  if (typeof value === 'number') {
    return javaNumberText(value);
  }
  return value !== null && typeof value === 'object' ? '' : String(value);
}
