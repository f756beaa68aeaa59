import { effectiveConfiguration } from './effective-configuration';
import { flattenConfiguration } from './flatten-configuration';
import { sharedJobOptions } from './job-options';
import { jobDefaults } from './operator-settings';
import { directoriesOf } from './state-directories';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readText } from '../../flink/configuration/option-reading';
import { FlinkDeploymentManifest, FlinkSessionJobManifest } from '../manifest/flink-manifests';
import { OperatorInstallation } from '../operator-installation';

/**
 * The configuration that the operator submits a session job with: the session's own, the job's over it, then the
 * fields of the job. The cluster runs already, so a key that shapes it changes nothing any more.
 */
export function sessionJobConfiguration(
  { metadata: { name }, spec }: FlinkSessionJobManifest, session: FlinkDeploymentManifest, installation: OperatorInstallation,
): FlinkSettings {
  const written = flattenConfiguration(session.spec.flinkConfiguration ?? {});
  const settings = new Map(effectiveConfiguration(session, installation, written).settings);
  // The operator looks for this one in the session as it is now, and writes it by the key that it knows.
  const { savepoints } = directoriesOf(installation.release);
  const directory = readText(written, savepoints);
  if (directory !== undefined) {
    settings.set(savepoints.key, directory);
  }
  flattenConfiguration(spec.flinkConfiguration ?? {}).forEach((value, key) => settings.set(key, value));
  if (spec.job !== undefined) {
    Object.entries(jobDefaults(name, spec.job)).filter(([key]) => !settings.has(key)).forEach(([key, value]) => settings.set(key, value));
    sharedJobOptions(spec.job).forEach(({ key, value }) => settings.set(key, value));
  }
  return settings;
}
