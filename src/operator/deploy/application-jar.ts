import { FlinkSettings } from '../../flink/memory/memory-settings';
import { shown } from '../../refusal';
import { broken, Objection } from '../admission/broken-rule';
import { parseUri } from '../admission/java-uri';
import { splitList } from '../admission/list-text';
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
    const uri = parseUri(job.jarURI);
    if (uri === undefined) {
      return broken('jar-uri', 'the operator cannot read spec.job.jarURI when it deploys', shown(job.jarURI),
        'a URI by the grammar of java.net.URI', 'escape blanks and other signs');
    }
    return !standalone || uri.scheme !== undefined ? undefined
      : broken('jar-uri-scheme', 'a standalone application needs a scheme in spec.job.jarURI', shown(job.jarURI), 'local:// or file://', 'write for example "local:///opt/flink/usrlib/job.jar"');
  }
  if (standalone || isPython(job)) {
    return undefined;
  }
  const jars = splitList(configuration.get('pipeline.jars') ?? '') ?? [];
  return jars.length === 1 && parseUri(jars[0]) !== undefined ? undefined
    : broken('application-jar', 'a Java application in native mode needs one jar when it is deployed',
      `no spec.job.jarURI, ${jars.length} entries of pipeline.jars`, 'spec.job.jarURI', 'set spec.job.jarURI, for example "local:///opt/flink/usrlib/job.jar"');
}

/** Flink's own test: by the class, or by an argument of Flink's Python driver. */
function isPython({ entryClass, args = [] }: NonNullable<ManifestSpec['job']>): boolean {
  return (entryClass !== undefined && PYTHON_CLASSES.includes(entryClass)) || args.some((argument) => PYTHON_ARGUMENTS.includes(argument));
}
