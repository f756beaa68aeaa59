import { FlinkSettings } from '../flink/configuration/flink-settings';
import { flattenConfiguration } from '../operator/configuration/flatten-configuration';
import { isObject } from '../operator/manifest/read-field';
import { yamlDocuments } from '../operator/manifest/yaml-text';
import { Refusal } from '../refusal';

type Fields = Record<string, unknown>;

/** The configuration that the operator's Helm values give it, or that a file of its configuration is. */
export function operatorConfiguration(value: unknown): FlinkSettings {
  if (!isObject(value)) {
    throw refused('something else than keys and values', 'the values of the operator\'s chart, or its configuration as YAML', 'write one option a line');
  }
  const { defaultConfiguration } = value as Fields;
  return isObject(defaultConfiguration) ? ofChart(defaultConfiguration as Fields) : flattenConfiguration(value as Fields);
}

/** The chart mounts `flink-conf.yaml` where the values have it, and otherwise `config.yaml`; without `create` neither. */
function ofChart({ create, 'flink-conf.yaml': older, 'config.yaml': newer }: Fields): FlinkSettings {
  if (create === false) {
    return new Map();
  }
  if (typeof older === 'string') {
    return linesOf(older);
  }
  if (typeof newer !== 'string') {
    if ((older ?? newer ?? undefined) !== undefined) {
      throw refused('a configuration that is no text', 'a text of YAML behind |', 'write flink-conf.yaml: | and the options below it, further in');
    }
    return new Map();
  }
  const [document] = yamlDocuments(newer);
  return isObject(document?.value) ? flattenConfiguration(document.value as Fields) : new Map();
}

/** `flink-conf.yaml` as Flink reads it: line by line up to a comment, a key and a value around the first colon and blank. */
function linesOf(text: string): FlinkSettings {
  const settings = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const [, key = '', value = ''] = (/^(.*?): (.*)$/.exec(line.split('#')[0].trim()) ?? []).map((part) => part.trim());
    if (key !== '' && value !== '') {
      settings.set(key, value);
    }
  }
  return settings;
}

function refused(got: string, allowed: string, fix: string): Refusal {
  return new Refusal({ code: 'operator-config', what: 'this is no configuration of the operator', got, allowed, fix });
}
