import { ISecret } from 'cdk8s-plus-28';
import { environmentReference } from './environment-reference';
import { StoreAccess } from './object-store';
import { storageForm } from './storage-form';
import { FlinkSetting } from '../flink/configuration/setting';
import { EnvironmentVariable } from '../pods/environment-variable';
import { secretName } from '../pods/secret-name';

/** An identity of Microsoft Entra. */
export interface AzureIdentity {
  /** Id of the tenant. Refused with `[storage-property]` unless it is a UUID. */
  readonly tenantId: string;
  /** Client id of the managed identity or of the application. Refused with `[storage-property]` unless it is a UUID. */
  readonly clientId: string;
}

const ACCOUNT_KEY = 'AZURE_STORAGE_KEY';
const CLIENT_SECRET = 'AZURE_CLIENT_SECRET';
const PROVIDERS = 'org.apache.hadoop.fs.azurebfs.oauth2';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * How the pods prove to Azure Blob Storage who they are. Always a reference, never a value.
 *
 * There is no way to name a service account with workload identity: the Hadoop in the plugin, 3.3.4 up to Flink 2.3, has
 * no provider for its tokens.
 */
export class AzureBlobCredentials {
  /**
   * An account key in a Secret, which reaches the plugin through the environment of both roles; the option
   * `fs.azure.account.key.…` only names the variable. Refused with `[storage-secret]`: anything but a Secret of cdk8s-plus.
   * @param secret that has the account key
   * @param key of the account key in the Secret
   */
  public static fromSecret(secret: ISecret, key: string = 'accountkey'): AzureBlobCredentials {
    const environment = [EnvironmentVariable.fromSecret(ACCOUNT_KEY, secretName(secret, { code: 'storage-secret', reader: 'AzureBlobCredentials.fromSecret' }), key)];
    return new AzureBlobCredentials(false, (host) => ({
      settings: [{ key: `fs.azure.account.key.${host}`, value: environmentReference(ACCOUNT_KEY), reason: 'read from the environment' }],
      environment,
    }));
  }

  /** A managed identity that the nodes of the TaskManagers and the JobManager carry. Only with `AzureBlobDriver.ABFS`. */
  public static fromManagedIdentity(identity: AzureIdentity): AzureBlobCredentials {
    const { tenantId, clientId } = checked('AzureBlobCredentials.fromManagedIdentity', identity);
    return new AzureBlobCredentials(true, (host) => ({
      settings: [
        ...oauth(host, 'MsiTokenProvider'),
        { key: `fs.azure.account.oauth2.msi.tenant.${host}`, value: tenantId, reason: 'the identity of the nodes' },
        { key: `fs.azure.account.oauth2.client.id.${host}`, value: clientId, reason: 'the identity of the nodes' },
      ],
    }));
  }

  /**
   * An application of Microsoft Entra with its client secret in a Secret, which reaches the plugin through the environment
   * of both roles. Only with `AzureBlobDriver.ABFS`. Refused with `[storage-secret]`: anything but a Secret of cdk8s-plus.
   * @param identity of the application
   * @param secret that has the client secret
   * @param key of the client secret in the Secret
   */
  public static fromServicePrincipal(identity: AzureIdentity, secret: ISecret, key: string = 'clientsecret'): AzureBlobCredentials {
    const { tenantId, clientId } = checked('AzureBlobCredentials.fromServicePrincipal', identity);
    const environment = [EnvironmentVariable.fromSecret(CLIENT_SECRET, secretName(secret, { code: 'storage-secret', reader: 'AzureBlobCredentials.fromServicePrincipal' }), key)];
    return new AzureBlobCredentials(true, (host) => ({
      settings: [
        ...oauth(host, 'ClientCredsTokenProvider'),
        {
          key: `fs.azure.account.oauth2.client.endpoint.${host}`,
          value: `https://login.microsoftonline.com/${tenantId}/oauth2/token`,
          reason: 'the tenant of the application',
        },
        { key: `fs.azure.account.oauth2.client.id.${host}`, value: clientId, reason: 'the application' },
        { key: `fs.azure.account.oauth2.client.secret.${host}`, value: environmentReference(CLIENT_SECRET), reason: 'read from the environment' },
      ],
      environment,
    }));
  }

  private constructor(
    /**
     * True: only ABFS knows how.
     * @internal
     */
    public readonly _byToken: boolean,
    /**
     * What it needs for the account that answers at a host.
     * @internal
     */
    public readonly _accessTo: (host: string) => StoreAccess,
  ) {}
}

function oauth(host: string, provider: string): FlinkSetting[] {
  return [
    { key: `fs.azure.account.auth.type.${host}`, value: 'OAuth', reason: 'an identity, no account key' },
    { key: `fs.azure.account.oauth.provider.type.${host}`, value: `${PROVIDERS}.${provider}`, reason: 'where its tokens come from' },
  ];
}

function checked(strategy: string, { tenantId, clientId }: AzureIdentity): AzureIdentity {
  const allowed = 'a UUID, for example "00000000-0000-0000-0000-000000000000"';
  return { tenantId: storageForm(strategy, 'tenantId', tenantId, UUID, allowed), clientId: storageForm(strategy, 'clientId', clientId, UUID, allowed) };
}
