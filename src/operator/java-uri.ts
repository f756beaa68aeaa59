import { INT_MAX } from '../units/java-number';

/** The parts of a URI that rules look at. */
export interface UriParts {
  readonly scheme?: string;
  /** Only of an authority that is a server's: none of `a_b`, which Java keeps as a registered name. */
  readonly host?: string;
}

/** What Java takes beside US-ASCII: anything but blanks and control characters. */
const OTHER = '[^\\u0000-\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const ESCAPED = `%[0-9a-fA-F]{2}|${OTHER}`;
const UNRESERVED = 'a-zA-Z0-9_.!~*\'()\\-';

const PATH = new RegExp(`^(?:[${UNRESERVED}:@&=+$,;/]|${ESCAPED})*$`);
const URIC = new RegExp(`^(?:[${UNRESERVED};/?:@&=+$,[\\]]|${ESCAPED})*$`);
const REGISTERED_NAME = new RegExp(`^(?:[${UNRESERVED}$,;:@&=+]|${ESCAPED})*$`);
const SERVER = new RegExp(`^(?:[${UNRESERVED};:&=+$,@[\\]%]|${OTHER})*$`);
const USER_INFO = new RegExp(`^(?:[${UNRESERVED};:&=+$,]|${ESCAPED})*$`);
const SCHEME = /^[a-zA-Z][a-zA-Z0-9+.-]*$/;
const LABELS = /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?\.)*(?:[a-zA-Z](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)\.?$|^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?\.?$/;
const IPV4 = /^(?:0*(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}0*(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})$/;
const SCOPE = /^[a-zA-Z0-9_.%-]+$/;

/** What `java.net.URI` reads, or undefined where it refuses the text. */
export function parseUri(text: string): UriParts | undefined {
  const [, beforeFragment, fragment = ''] = /^([^#]*)(?:#([^]*))?$/.exec(text)!;
  if (!URIC.test(fragment)) {
    return undefined;
  }
  const colon = /[:/?]/.exec(beforeFragment);
  if (colon === null || colon[0] !== ':') {
    return hierarchical(beforeFragment, undefined, text.includes('#'));
  }
  const scheme = beforeFragment.slice(0, colon.index);
  const specific = beforeFragment.slice(colon.index + 1);
  if (!SCHEME.test(scheme) || specific === '') {
    return undefined;
  }
  if (specific.startsWith('/')) {
    return hierarchical(specific, scheme, text.includes('#'));
  }
  return URIC.test(specific) ? { scheme } : undefined;
}

function hierarchical(text: string, scheme: string | undefined, fragmentFollows: boolean): UriParts | undefined {
  const [, authority, path, query = ''] = /^(?:\/\/([^/?]*))?([^?]*)(?:\?([^]*))?$/.exec(text)!;
  if (!PATH.test(path) || !URIC.test(query)) {
    return undefined;
  }
  if (authority === undefined) {
    return { scheme };
  }
  if (authority === '') {
    return text === '//' && !fragmentFollows ? undefined : { scheme };
  }
  const host = SERVER.test(authority) ? hostOf(authority) : undefined;
  return host !== undefined || REGISTERED_NAME.test(authority) ? { scheme, host } : undefined;
}

/** The host of an authority that is `user@host:port`. */
function hostOf(authority: string): string | undefined {
  const at = authority.indexOf('@');
  if (!USER_INFO.test(authority.slice(0, Math.max(at, 0)))) {
    return undefined;
  }
  const [, host, port = ''] = /^(\[[^\]]*\]|[^:]*)(?::([^]*))?$/.exec(authority.slice(at + 1)) ?? [];
  if (host === undefined || !/^[0-9]*$/.test(port) || Number(port) > INT_MAX) {
    return undefined;
  }
  return (host.startsWith('[') ? isIpv6Reference(host.slice(1, -1)) : IPV4.test(host) || LABELS.test(host)) ? host : undefined;
}

function isIpv6Reference(text: string): boolean {
  const percent = text.indexOf('%');
  if (percent >= 0 && !SCOPE.test(text.slice(percent + 1))) {
    return false;
  }
  const address = percent < 0 ? text : text.slice(0, percent);
  const halves = address.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const dotted = groups.length > 0 && groups[groups.length - 1].includes('.') && !address.endsWith('::');
  const hexadecimal = dotted ? groups.slice(0, -1) : groups;
  const words = hexadecimal.length + (dotted ? 2 : 0);
  return halves.length <= 2 && hexadecimal.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))
    && (!dotted || IPV4.test(groups[groups.length - 1])) && (halves.length === 2 ? words <= 7 : words === 8);
}
