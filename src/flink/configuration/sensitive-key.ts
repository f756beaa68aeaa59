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

/** `https://user:password@host`, `jdbc:…?password=…`, `-Dstore.password=…` */
const SECRET_INSIDE = /:\/\/[^/\s@]+:[^/\s@]+@|(-D\S*|[?&;])(password|secret|token)[^\s=]*=\S/i;

/** An entry of a map that may be one; a reference to a Secret looks the same. */
const SECRET_ENTRY = /(password|secret|token|key)[^\s,;:=]*\s*[:=]/i;

/** Whether a value is a secret by the name that it goes by. */
export function isSensitiveKey(key: string): boolean {
  return SENSITIVE.test(key) && !REFERENCES.test(key);
}

/** Whether a setting holds a secret: by its key, or in its value. */
export function holdsSecret(key: string, value: string): boolean {
  return (isSensitiveKey(key) && !(OF_HADOOP.test(key) && FROM_ENVIRONMENT.test(value))) || SECRET_INSIDE.test(value);
}

/** An address as a refusal may show it: without who logs in, and without its query. */
export function addressShown(address: string): string {
  return shown(address.replace(/\/\/[^/?#]*@/, '//…@').replace(/\?.*$/s, '?…'));
}

/** A value as a refusal may show it. */
export function valueShown(key: string, value: string): string {
  return holdsSecret(key, value) || SECRET_ENTRY.test(value) ? 'a text that may hold a secret' : shown(value);
}

/** What a message says of a manifest: the last sieve, wherever the text comes from. */
export function messageShown(text: string): string {
  return SECRET_INSIDE.test(text) ? 'a text that may hold a secret' : text;
}
