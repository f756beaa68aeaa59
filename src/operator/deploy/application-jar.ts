import { splitEscaped } from '../../flink/configuration/escaped-text';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { broken, Objection } from '../broken-rule';
import { jarObjection } from '../configuration/job-jar';
import { parseUri } from '../java-uri';
import { ManifestSpec } from '../manifest/flink-manifests';

const PYTHON_CLASSES = ['org.apache.flink.client.python.PythonGatewayServer', 'org.apache.flink.client.python.PythonDriver'];
const PYTHON_ARGUMENTS = ['-py', '-pym', '--python', '--pyModule'];

/** The jar of an application cluster: exactly one in native mode, unless the job is Python; in standalone mode an address with a scheme. */
export function applicationJarFailure({ job, mode }: ManifestSpec, configuration: FlinkSettings): Objection {
  if (job === undefined) {
    return undefined;
  }
  const standalone = mode === 'standalone';
  if (job.jarURI !== undefined) {
    return jarObjection(job.jarURI, standalone);
  }
  if (standalone || isPython(job)) {
    return undefined;
  }
  const jars = splitEscaped(configuration.get('pipeline.jars') ?? '', ';') ?? [];
  return jars.length === 1 && parseUri(jars[0]) !== undefined ? undefined
    : broken('application-jar', 'a Java application in native mode needs one jar when it is deployed',
      `no spec.job.jarURI, ${jars.length} entries of pipeline.jars`, 'spec.job.jarURI', 'set spec.job.jarURI, for example "local:///opt/flink/usrlib/job.jar"');
}

/** Flink's own test: by the class, or by an argument of Flink's Python driver. */
function isPython({ entryClass, args = [] }: NonNullable<ManifestSpec['job']>): boolean {
  return (entryClass !== undefined && PYTHON_CLASSES.includes(entryClass)) || args.some((argument) => PYTHON_ARGUMENTS.includes(argument));
}
