import type { MutualTls } from './flink-tls';
import { secretName } from '../pods/secret-name';
import { Refusal, shown } from '../refusal';

/** What Kubernetes allows as a key of a Secret. */
const SECRET_KEY = /^[-._a-zA-Z0-9]{1,253}$/;

/** Refuses a keystore that no pod could mount: the library is used from plain JavaScript too. */
export function checkedKeystore(of: string, { secret, password, keystoreKey, truststoreKey }: MutualTls): void {
  secretName(secret, { code: 'tls-secret', reader: `${of}.secret of FlinkTls` });
  secretName(password?.secret, { code: 'tls-secret', reader: `${of}.password.secret of FlinkTls` });
  for (const [property, key] of Object.entries({ 'password.key': password.key, keystoreKey, truststoreKey })) {
    if (key !== undefined && !SECRET_KEY.test(key)) {
      throw new Refusal({
        code: 'tls-secret-key',
        what: `${of}.${property} of FlinkTls is no key that a Secret can have`,
        got: shown(key),
        allowed: 'letters, digits, "-", "_" and "."',
        fix: 'name the key under which the Secret holds it, for example "keystore.jks"',
      });
    }
  }
}
