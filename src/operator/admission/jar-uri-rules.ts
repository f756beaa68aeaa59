import { broken, Objection } from '../broken-rule';
import { parseUri } from '../java-uri';
import { ipv4Bytes, ipv6Bytes, restricted } from './literal-address';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readBoolean } from '../../flink/configuration/option-reading';
import { addressShown } from '../../flink/configuration/sensitive-key';
import { readList } from '../../flink/configuration/structured-option';

const SCHEMES = 'kubernetes.operator.user.artifacts.allowed-schemes';
const REFUSE_RESTRICTED = 'kubernetes.operator.user.artifacts.disallow-restricted-hosts';

/** What the operator says to a jar's address; `undecided` where that depends on what a name resolves to in the cluster. */
export type JarUriVerdict = Objection | 'undecided';

/** Where a session job's jar may come from, from operator 1.15: the operator itself fetches it. Its own configuration decides. */
export function jarUriVerdict(jarUri: string | undefined, defaults: FlinkSettings): JarUriVerdict {
  if (jarUri === undefined) {
    return undefined;
  }
  const uri = parseUri(jarUri);
  const objection = (code: string, what: string, allowed: string, fix: string) => broken(code, what, addressShown(jarUri), allowed, fix);
  if (uri === undefined) {
    return objection('jar-uri', 'the operator cannot read this jarURI', 'a URI by the grammar of java.net.URI', 'escape blanks and other signs');
  }
  if (uri.scheme === undefined) {
    return objection('jar-uri-scheme', 'a jarURI of a session job needs a scheme', schemesOf(defaults).join(', '), 'write for example "https://…"');
  }
  const scheme = uri.scheme.toLowerCase();
  if (!schemesOf(defaults).includes(scheme)) {
    return objection('jar-uri-scheme', 'the operator does not fetch jars by this scheme', schemesOf(defaults).join(', ') || 'none',
      `use one of these, or list it in ${SCHEMES} of the operator`);
  }
  if (!/^https?$/.test(scheme) || !readBoolean(defaults, REFUSE_RESTRICTED, true)) {
    return undefined;
  }
  if (uri.host === undefined) {
    return objection('jar-uri-host', 'a jarURI by http or https needs a host', 'a host name or address', 'write a host of letters, digits, dashes and dots');
  }
  const address = literalAddress(uri.host);
  if (address === undefined) {
    return 'undecided';
  }
  return restricted(address)
    ? objection('jar-uri-restricted', 'the operator does not fetch jars from this address', 'an address outside of this machine, link and site',
      `use another host, or turn ${REFUSE_RESTRICTED} off`)
    : undefined;
}

function schemesOf(defaults: FlinkSettings): string[] {
  return (readList(defaults, SCHEMES) ?? ['https']).map((scheme) => scheme.toLowerCase());
}

/** The address that a host spells; `localhost` is this machine everywhere, a scope behind `%` means something only on one. */
function literalAddress(host: string): number[] | undefined {
  if (host.startsWith('[')) {
    return ipv6Bytes(host.slice(1, -1));
  }
  return host.toLowerCase() === 'localhost' ? ipv4Bytes('127.0.0.1') : ipv4Bytes(host);
}
