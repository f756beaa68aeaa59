import { optionPath } from './rule';
import { FlinkSettings } from '../flink/configuration/flink-settings';
import { keyFor, readOption, RENAMED } from '../flink/configuration/option-spelling';
import { FlinkVersion } from '../flink/flink-version';
import { EffectiveCluster } from '../operator/effective-cluster';
import { ManifestPath } from '../operator/manifest/manifest-path';

/** Where an option stands, under whatever spelling; one that is missing would stand there by the key that its Flink reads. */
export function placeOfOption({ written, manifest }: EffectiveCluster, key: string): ManifestPath {
  const line = /^v1_1\d$/.test(manifest.spec.flinkVersion ?? '') ? FlinkVersion.V1_19 : FlinkVersion.V2_3;
  return optionPath([key, ...RENAMED[key]?.older ?? []].find((each) => written.has(each)) ?? keyFor(line, key));
}

/** Whether a switch is on; what is no boolean is none. */
export function isOn(settings: FlinkSettings, key: string): boolean {
  return readOption(settings, key)?.trim().toLowerCase() === 'true';
}
