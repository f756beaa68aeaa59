import { flattenConfiguration } from '../operator/configuration/flatten-configuration';
import { isObject } from '../operator/manifest/read-field';
import { ReadManifest } from '../operator/manifest/read-manifest';
import { TextResource } from '../operator/manifest/read-resources';
import { tooLarge } from '../operator/manifest/yaml-refusals';
import { Refusal } from '../refusal';

/** Flink and the operator have fewer, in all lines and all spellings together. */
const MOST = 2_000;
/** A text with fewer letters has fewer options. */
const FEW = 16 * 1024;

/** Refuses more different options in a text than there are in all: each unknown one is compared with all that are known. */
export function refuseManyOptions(text: string, resources: readonly TextResource[]): void {
  if (text.length < FEW) {
    return;
  }
  const keys = new Set<string>();
  for (const { read, placeOf } of resources) {
    for (const key of read instanceof Refusal ? [] : flattenConfiguration(configurationOf(read)).keys()) {
      if (keys.add(key).size > MOST) {
        const { line, column } = placeOf(['spec']);
        throw tooLarge(`more than ${MOST} different options of Flink`, `line ${line}, column ${column}`);
      }
    }
  }
}

interface Configured {
  readonly flinkConfiguration?: unknown;
}

function configurationOf({ manifest: { spec } }: ReadManifest): Record<string, unknown> {
  const { flinkConfiguration, template } = spec as Configured & { readonly template?: { readonly spec?: Configured } };
  const configuration = flinkConfiguration ?? template?.spec?.flinkConfiguration;
  return isObject(configuration) ? configuration as Record<string, unknown> : {};
}
