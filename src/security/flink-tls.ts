import { ISecret, SecretValue } from 'cdk8s-plus-28';
import { checkedKeystore } from './checked-keystore';
import { keystorePasswords, keystoreVolume, MountedKeystore } from './mounted-keystore';
import { FlinkSetting } from '../flink/configuration/setting';
import { Refusal } from '../refusal';
import { StrategyConfig } from '../strategy/strategy-config';

/** A private key and its certificate, in a Secret of the cluster's namespace, as cert-manager writes it. */
export interface TlsKeystore {
  /** The Secret; anything but a Secret of cdk8s-plus is refused with `[tls-secret]`. */
  readonly secret: ISecret;
  /** The password of the keystore and of the key in it, without double quotes, backslashes, blanks at its ends and, before Flink 2, `#`. Only the pods read it. */
  readonly password: SecretValue;
  /**
   * Key of the keystore in the Secret, JKS or PKCS12.
   * @default 'keystore.jks'
   */
  readonly keystoreKey?: string;
}

/** A key and certificate, and whom to trust. */
export interface MutualTls extends TlsKeystore {
  /**
   * Key of the truststore in the Secret, of the same password. Whoever shows a certificate that it trusts may take part,
   * so its authority should sign for this cluster alone.
   * @default 'truststore.jks'
   */
  readonly truststoreKey?: string;
}

/** Which traffic is encrypted. */
export interface FlinkTlsProps {
  /**
   * Traffic between JobManager and TaskManagers: RPC, data and blobs. Both sides show their certificate.
   * Option `security.ssl.internal.enabled`.
   * @default - in plain text
   */
  readonly internal?: MutualTls;
  /**
   * The REST API and the web UI. The operator must trust the certificate too, which a finding says how to arrange; clients
   * show none, because the operator has no way to without a password in plain text. Option `security.ssl.rest.enabled`.
   * @default - in plain text
   */
  readonly rest?: TlsKeystore;
}

/** Forward secrecy for RSA and elliptic keys alike; what Flink 1.19 has by default has none, and newer Javas refuse it. */
const CIPHERS = ['ECDSA', 'RSA'].flatMap((key) => ['256_GCM_SHA384', '128_GCM_SHA256'].map((cipher) => `TLS_ECDHE_${key}_WITH_AES_${cipher}`));

/** Encrypted traffic. Keystores come from Secrets; no password stands in a manifest, in a ConfigMap or in a pod's arguments. */
export class FlinkTls {
  constructor(private readonly props: FlinkTlsProps) {
    if (props.internal === undefined && props.rest === undefined) {
      throw new Refusal({
        code: 'tls-of-nothing',
        what: 'FlinkTls encrypts neither internal traffic nor REST',
        got: 'no internal and no rest',
        allowed: 'one of them, or both',
        fix: 'give `internal`, or leave tls out',
      });
    }
    Object.entries({ internal: props.internal, rest: props.rest }).forEach(([of, keystore]) => keystore && checkedKeystore(of, keystore));
  }

  /** @internal */
  public _bind(): StrategyConfig {
    const { internal, rest } = this.props;
    const internalStore = internal && mounted('internal', internal, internal.truststoreKey ?? 'truststore.jks');
    const restStore = rest && mounted('rest', rest);
    const settings = [
      ...(internalStore === undefined ? [] : [
        setting('security.ssl.internal.enabled', 'true', 'JobManager and TaskManagers talk in TLS and know each other by certificate'),
        setting('security.ssl.internal.keystore', internalStore.keystorePath, 'mounted from a Secret'),
        setting('security.ssl.internal.truststore', internalStore.truststorePath, 'mounted from a Secret'),
      ]),
      ...(restStore === undefined ? [] : [
        setting('security.ssl.rest.enabled', 'true', 'the REST API and the web UI talk in TLS'),
        setting('security.ssl.rest.keystore', restStore.keystorePath, 'mounted from a Secret'),
        setting('kubernetes.operator.jm-deployment.startup.probe.enabled', 'false', 'the operator\'s probe asks in plain text, and would never be answered'),
      ]),
      setting('security.ssl.algorithms', CIPHERS.join(','), 'forward secrecy, for RSA and elliptic keys'),
    ];
    return {
      settings,
      ...(internalStore === undefined ? {} : {
        pods: { volumes: [keystoreVolume(internalStore)] },
        secretSettings: keystorePasswords(internalStore),
      }),
      ...(restStore === undefined ? {} : {
        jobManagerPods: { volumes: [keystoreVolume(restStore)] },
        jobManagerSecretSettings: keystorePasswords(restStore),
        findings: [REST_OF_OPERATOR],
      }),
    };
  }
}

const REST_OF_OPERATOR = {
  code: 'rest-tls-of-operator',
  message: 'with TLS on the REST API the operator sees this job only if it trusts the certificate; so does an ingress, which must speak HTTPS to it',
  fix: 'install the operator with tls.create: true and a Secret whose truststore.jks holds the authority of the certificate',
};

function mounted(of: string, { secret, password, keystoreKey = 'keystore.jks' }: TlsKeystore, truststoreKey?: string): MountedKeystore & { truststorePath: string } {
  const folder = `/opt/flink/tls/${of}`;
  return {
    of,
    folder,
    secretName: secret.name,
    files: { keystore: keystoreKey, ...(truststoreKey === undefined ? {} : { truststore: truststoreKey }) },
    password,
    keystorePath: `${folder}/keystore`,
    truststorePath: `${folder}/truststore`,
  };
}

function setting(key: string, value: string, reason: string): FlinkSetting {
  return { key, value, reason };
}
