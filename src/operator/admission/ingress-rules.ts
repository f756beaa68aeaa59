import { broken, Objection } from '../broken-rule';
import { ipv6Bytes, readablePort } from './literal-address';
import { addressShown } from '../../flink/configuration/sensitive-key';
import { trimAsJava } from '../../units/java-text';
import { ManifestIngress } from '../manifest/flink-manifests';

/** The template must be there and, filled in, be a URL for Java. */
export function ingressObjection(ingress: ManifestIngress | undefined, name: string, namespace: string): Objection {
  if (ingress === undefined) {
    return undefined;
  }
  const { template } = ingress;
  if (template === undefined) {
    return broken('ingress-template', 'an ingress needs a template', 'none', 'spec.ingress.template', 'write for example "{{name}}.{{namespace}}.example.com"');
  }
  return isUrl(ingressUrl(template, name, namespace)) ? undefined : broken(
    'ingress-url', 'the operator cannot read this ingress template as a URL', addressShown(template),
    'a host, or a URL with http or https, a numeric port and a path', 'write for example "flink.example.com/{{namespace}}/{{name}}(/|$)(.*)"');
}

/** The template with its protocol and names filled in. */
function ingressUrl(template: string, name: string, namespace: string): string {
  const withProtocol = /^https?:\/\//i.test(template) ? template : `http://${template}`;
  return withProtocol.replace(/\{\{name\}\}/gi, () => name).replace(/\{\{namespace\}\}/gi, () => namespace);
}

/** What `java.net.URL` accepts after `http:` or `https:`; only the authority can be wrong. */
function isUrl(url: string): boolean {
  const afterProtocol = trimAsJava(url).replace(/^https?:/i, '');
  const [hierarchy] = /^[^#?]*/.exec(afterProtocol)!;
  if (hierarchy.startsWith('////')) {
    return true;
  }
  const authority = hierarchy.slice(2).split('/', 1)[0];
  const parts = authority.split('@');
  return parts.length > 2 || isHostWithPort(parts[parts.length - 1]);
}

function isHostWithPort(text: string): boolean {
  if (!text.startsWith('[')) {
    const colon = text.indexOf(':');
    return colon < 0 || readablePort(text.slice(colon + 1));
  }
  const close = text.indexOf(']');
  const [address] = text.slice(1, close).split('%');
  const after = text.slice(close + 1);
  return close > 2 && ipv6Bytes(address) !== undefined && (after === '' || (after.startsWith(':') && readablePort(after.slice(1))));
}
