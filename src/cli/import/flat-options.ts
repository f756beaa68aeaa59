import { flattenConfiguration } from '../../operator/configuration/flatten-configuration';
import { isObject } from '../../operator/manifest/read-field';

/**
 * A value with every `flinkConfiguration` in it as the operator flattens it: text, which every release reads. cdk8s would
 * drop a null, and the operator takes it for a text.
 */
export function withFlatOptions(value: unknown): unknown {
  return !isObject(value) ? value : Object.fromEntries(Object.entries(value).map(([key, inner]) => [
    key, key === 'flinkConfiguration' && isObject(inner) ? Object.fromEntries(flattenConfiguration(inner as Record<string, unknown>)) : withFlatOptions(inner),
  ]));
}
