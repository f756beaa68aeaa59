import { shown } from '../../refusal';

/** Parts of keys whose values Flink itself hides (`GlobalConfiguration`), and the ids of access keys. */
const SENSITIVE = new RegExp([
  'password', 'secret', 'fs\\.azure\\.account\\.key', 'api-?key', 'auth-params', 'service-key', 'token', 'basic-auth', 'jaas\\.config',
  'http[-.]headers?', '(access|private)[-._]?key',
].join('|'), 'i');

/** Options that name a Secret or a kind of token instead of holding one. */
const REFERENCES = /^(kubernetes\.(secrets|env\.secretKeyRef)|security\.(delegation|kerberos)\..*token.*)$/;

/** `https://user:password@host`, `-Dstore.password=…` */
const SECRET_INSIDE = /:\/\/[^/\s@]+:[^/\s@]+@|-D\S*(password|secret|token)[^\s=]*=\S/i;

/** Whether a value is a secret by the name that it goes by. */
export function isSensitiveKey(key: string): boolean {
  return SENSITIVE.test(key) && !REFERENCES.test(key);
}

/** Whether a setting holds a secret: by its key, or in its value. */
export function holdsSecret(key: string, value: string): boolean {
  return isSensitiveKey(key) || SECRET_INSIDE.test(value);
}

/** A value as a refusal may show it. */
export function valueShown(key: string, value: string): string {
  return holdsSecret(key, value) ? 'a text that may be a secret' : shown(value);
}
