import { AzureBlobCredentials } from './azure-blob-credentials';
import { Checkpointing, CheckpointingConfig } from './checkpointing';
import { objectStore } from './object-store';
import { ObjectStoreProps } from './object-store-props';
import { storageForm } from './storage-form';
import { Refusal } from '../refusal';
import { StrategyContext } from '../strategy/strategy-context';

/** By which driver of Hadoop an account is spoken to, always over TLS. */
export enum AzureBlobDriver {
  /** `abfss://`, for Data Lake Storage Gen2: what Azure recommends. */
  ABFS = 'abfss',
  /** `wasbs://`, for accounts without it, and for state that already lies there. It knows account keys alone. */
  WASB = 'wasbs',
}

/** A container of a storage account on Azure, in the public cloud. */
export interface AzureBlobCheckpointingProps extends ObjectStoreProps {
  /** Name of the storage account alone. Refused with `[storage-property]`. */
  readonly account: string;
  /** Name of the container alone. Refused with `[storage-property]`. */
  readonly container: string;
  /** Who the pods are to the account. */
  readonly credentials: AzureBlobCredentials;
  /**
   * By which driver. `WASB` with anything but an account key is refused with `[azure-driver]`.
   * @default AzureBlobDriver.ABFS
   */
  readonly driver?: AzureBlobDriver;
}

/**
 * Checkpoints and savepoints in a container on Azure Blob Storage. The plugin's jar is enabled by the image's exact Flink
 * version on both roles.
 */
export class AzureBlobCheckpointing extends Checkpointing {
  constructor(private readonly props: AzureBlobCheckpointingProps) {
    super(props);
  }

  /** Directories under the prefix, the plugin and credentials. */
  public bind(context: StrategyContext): CheckpointingConfig {
    const { credentials, driver = AzureBlobDriver.ABFS } = this.props;
    const account = storageForm('AzureBlobCheckpointing', 'account', this.props.account, /^[a-z0-9]{3,24}$/, '3 to 24 lower-case letters and digits');
    const container = storageForm('AzureBlobCheckpointing', 'container', this.props.container, /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/,
      '3 to 63 lower-case letters, digits and single dashes, for example "flink-state"');
    if (driver === AzureBlobDriver.WASB && credentials._byToken) {
      throw new Refusal({
        code: 'azure-driver',
        what: 'the driver WASB knows account keys alone',
        got: 'an identity',
        allowed: 'AzureBlobCredentials.fromSecret with WASB; any with ABFS',
        fix: 'leave the driver out for ABFS',
      });
    }
    const host = `${account}.${driver === AzureBlobDriver.ABFS ? 'dfs' : 'blob'}.core.windows.net`;
    return objectStore(context, this.props, {
      strategy: 'AzureBlobCheckpointing', root: `${driver}://${container}@${host}`, plugin: 'flink-azure-fs-hadoop', access: credentials._accessTo(host),
    });
  }
}
