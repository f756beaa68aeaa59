import { Finding, optionLocation, Rule, Severity } from './rule';

/** Parts of keys whose values Flink itself hides (`GlobalConfiguration`), and the id of an access key. */
const SENSITIVE = [
  'password', 'secret', 'fs.azure.account.key', 'apikey', 'api-key', 'auth-params', 'service-key', 'token', 'basic-auth',
  'jaas.config', 'http-headers', 'access-key', 'access.key', 'accesskey',
];
/** Options that name a Secret or a kind of token instead of holding one. */
const REFERENCES = /^(kubernetes\.(secrets|env\.secretKeyRef)|security\.delegation\.token(s)?\..*(enabled|provider|ratio|backoff))$/;

/** `https://user:password@host` */
const CREDENTIALS_IN_URL = /:\/\/[^/\s@]+:[^/\s@]+@/;

export const plainTextCredential: Rule = {
  id: 'plain-text-credential',
  severity: Severity.ERROR,
  title: 'a secret in plain text',
  why: 'the manifest is committed, and the operator copies flinkConfiguration into a ConfigMap that many may read',
  source: 'Flink GlobalConfiguration sensitive keys; operator FlinkConfMountDecorator',
  check: ({ written }) => [...written].filter(([key, value]) => isCredential(key) || CREDENTIALS_IN_URL.test(value)).map(([key]): Finding => ({
    location: optionLocation(key),
    what: `${key} holds a secret in plain text`,
    got: 'a value, not shown',
    allowed: 'a reference to a Secret, or a service account',
    fix: 'for S3: S3Credentials.fromSecret(…) or a service account with a role; otherwise mount the Secret',
  })),
};

function isCredential(key: string): boolean {
  const lower = key.toLowerCase();
  return !REFERENCES.test(key) && SENSITIVE.some((part) => lower.includes(part));
}
