import { createHash } from 'node:crypto';
import { isSensitiveKey, holdsSecret } from '../flink/configuration/sensitive-key';
import { NewConfigMap } from '../pods/pod-contribution';
import { Refusal } from '../refusal';

export const SCRIPT_FILE = 'job.sql';

/** What all files of a ConfigMap may hold together, names included; the API server refuses more. */
const MOST_BYTES = 1_048_576;

/**
 * The script as a ConfigMap that is named after its content: another script is another name, so that the job is
 * upgraded, while a JobManager that restarts before that still finds the script it was started with.
 */
export function scriptConfigMap(cluster: string, script: string): NewConfigMap {
  refuseScript(script);
  refuseSecrets(script);
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 10);
  return { name: `${cluster}-sql-${hash}`, files: { [SCRIPT_FILE]: script } };
}

function refuseScript(script: string): void {
  const bytes = typeof script === 'string' ? Buffer.byteLength(script) + SCRIPT_FILE.length : 0;
  if (bytes === 0 || script.trim() === '' || bytes > MOST_BYTES) {
    throw new Refusal({
      code: 'sql-script',
      what: 'the script does not fit a ConfigMap, or says nothing',
      got: typeof script === 'string' ? `${Buffer.byteLength(script)} bytes` : typeof script,
      allowed: `1 to ${MOST_BYTES - SCRIPT_FILE.length} bytes of statements`,
      fix: 'pass the text of the script; move one that is larger into the image, with a runner that reads it there',
    });
  }
}

/** `'password' = '…'` in a WITH clause or in SET, or an address with a login; what is found is not shown. */
function refuseSecrets(script: string): void {
  const [, key] = [...script.matchAll(/'([^'\n]+)'\s*=\s*'(?:[^']|'')+'/g)].find(([, name]) => isSensitiveKey(name)) ?? [];
  if (key !== undefined || script.split('\n').some((line) => holdsSecret('', line))) {
    throw new Refusal({
      code: 'plain-text-credential',
      what: 'the script holds a secret in plain text, and many may read a ConfigMap',
      got: key === undefined ? 'an address with a login' : `a value of '${key}', not shown`,
      allowed: 'connectors that read their secrets from a file or the environment of the pods',
      fix: 'mount the Secret through `pods`, or pass a runner that replaces variables, with an image that has the script',
    });
  }
}
