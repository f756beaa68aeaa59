import { Finding, optionLocation, Rule, Severity } from './rule';

/** Parts of keys whose values Flink itself hides (`GlobalConfiguration`), and the id of an access key. */
const SENSITIVE = new RegExp([
  'password', 'secret', 'fs\\.azure\\.account\\.key', 'api-?key', 'auth-params', 'service-key', 'token', 'basic-auth', 'jaas\\.config',
  'http-headers', 'access[-.]?key',
].join('|'), 'i');
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
  check: ({ written }) => {
    const findings: Finding[] = [];
    written.forEach((value, key) => {
      if (isCredential(key) || CREDENTIALS_IN_URL.test(value)) {
        findings.push({
          location: optionLocation(key),
          what: `${key} holds a secret in plain text`,
          got: 'a value, not shown',
          allowed: 'a reference to a Secret, or a service account',
          fix: 'for S3: S3Credentials.fromSecret(…) or a service account with a role; otherwise mount the Secret',
        });
      }
    });
    return findings;
  },
};

function isCredential(key: string): boolean {
  return SENSITIVE.test(key) && !REFERENCES.test(key);
}
