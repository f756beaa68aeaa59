import { shown } from '../../refusal';

/** Parts of keys whose values Flink itself hides (`GlobalConfiguration`), and the ids of access keys. */
const SENSITIVE = new RegExp([
  'password', 'secret', 'fs\\.azure\\.account\\.key', 'api-?key', 'auth-params', 'service-key', 'token', 'basic-auth', 'jaas\\.config',
  'http[-.]headers?', '(access|private)[-._]?key',
].join('|'), 'i');

/** Options that name a Secret or say how tokens are fetched, instead of holding one. */
const REFERENCES = new RegExp(`^(${[
  'fs\\.azure\\.account\\.keyprovider(\\..+)?',
  'kubernetes\\.(secrets|env\\.secretKeyRef)(\\..*)?',
  'security\\.delegation\\.tokens?\\.(enabled|provider\\..+\\.enabled|renewal\\..+)',
  'security\\.kerberos\\.fetch\\.delegation-token',
  'security\\.kerberos\\.tokens?\\.(enabled|renewal\\..+|provider\\..+\\.enabled)',
].join('|')})$`);

/** Options that Hadoop reads, and which it takes from the environment where they say so: `${env.AZURE_STORAGE_KEY}`. */
const OF_HADOOP = /^fs\.(azure|oss)\./;
const FROM_ENVIRONMENT = /^\$\{env\.[A-Za-z_][A-Za-z0-9_]*\}$/;

/** `https://user:password@host` */
const LOGIN = /:\/\/[^/\s@][^/\s@:]*:[^/\s@]+@/;
const SECRET_NAME = /password|secret|token/i;
/** What stands before an `=` and a value. Begins where a name does, or a long text would take the square of its length. */
const NAME = /(?<![^=])[^=]+(?==.)/gs;
/** The same of an entry of a map. */
const ENTRY = /(?<![^\s,;:=])([^\s,;:=]+)\s*[:=]/g;

/** Whether a value is a secret by the name that it goes by. */
export function isSensitiveKey(key: string): boolean {
  return SENSITIVE.test(key) && !REFERENCES.test(key);
}

/** Whether a setting holds a secret: by its key, or in its value. */
export function holdsSecret(key: string, value: string): boolean {
  return (isSensitiveKey(key) && !(OF_HADOOP.test(key) && FROM_ENVIRONMENT.test(value))) || secretInside(value);
}

/** Whatever the key says: a login in an address, or a property of that name. */
function secretInside(value: string): boolean {
  return LOGIN.test(value) || setsSecret(value);
}

/** `jdbc:…?password=…`, `-Dstore.password=…` */
function setsSecret(value: string): boolean {
  return SECRET_NAME.test(value) && value.split(/\s+/).some((word) => {
    const property = word.search(/-D/i);
    return [...word.matchAll(NAME)].some(({ 0: name, index }) => /[?&;](password|secret|token)/i.test(name)
      || (property >= 0 && SECRET_NAME.test(name.slice(Math.max(0, property + 2 - index)))));
  });
}

/** Whether an entry of a map may be a secret; a reference to a Secret looks the same. */
function hasSecretEntry(value: string): boolean {
  return [...value.matchAll(ENTRY)].some(([, name]) => /password|secret|token|key/i.test(name));
}

/** An address as a refusal may show it: without who logs in, and without its query. */
export function addressShown(address: string): string {
  return shown(address.replace(/\/\/[^/?#]*@/, '//…@').replace(/\?.*$/s, '?…'));
}

/** A value as a refusal may show it. */
export function valueShown(key: string, value: string): string {
  return holdsSecret(key, value) || hasSecretEntry(value) ? 'a text that may hold a secret' : shown(value);
}

/** What a message says of a manifest: the last sieve, wherever the text comes from. */
export function messageShown(text: string): string {
  return secretInside(text) ? 'a text that may hold a secret' : text;
}
