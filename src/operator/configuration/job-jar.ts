import { addressShown } from '../../flink/configuration/sensitive-key';
import { broken, Objection } from '../broken-rule';
import { parseUri } from '../java-uri';

/** The jar of an application: an address by Java's grammar, in standalone mode with a scheme. */
export function jarObjection(jarURI: string, standalone: boolean): Objection {
  const uri = parseUri(jarURI);
  if (uri === undefined) {
    return broken('jar-uri', 'the operator cannot read spec.job.jarURI when it deploys', addressShown(jarURI),
      'a URI by the grammar of java.net.URI', 'escape blanks and other signs');
  }
  return !standalone || uri.scheme !== undefined ? undefined
    : broken('jar-uri-scheme', 'a standalone application needs a scheme in spec.job.jarURI', addressShown(jarURI),
      'local:// or file://', 'write for example "local:///opt/flink/usrlib/job.jar"');
}

/** `local:` means a file in the image, which a standalone cluster knows as `file:`. */
export function jarOnClassPath(jarURI: string): string {
  const objection = jarObjection(jarURI, true);
  if (objection !== undefined) {
    throw objection;
  }
  return jarURI.replace(/^local:(?:\/\/)?/, 'file://');
}
