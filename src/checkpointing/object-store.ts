import { CheckpointingConfig } from './checkpointing';
import { ObjectStoreProps } from './object-store-props';
import { pathInStore } from './storage-form';
import { FlinkSetting } from '../flink/configuration/setting';
import { EnvironmentVariable } from '../pods/environment-variable';
import { PodVolume } from '../pods/pod-contribution';
import { StrategyContext } from '../strategy/strategy-context';

/** What a credential needs in order to reach the plugin; never a secret itself. */
export interface StoreAccess {
  readonly settings?: FlinkSetting[];
  readonly environment?: EnvironmentVariable[];
  readonly volumes?: PodVolume[];
}

/** An object store as one strategy knows it. */
export interface ObjectStore {
  /** The name of the strategy. */
  readonly strategy: string;
  /** Scheme and authority: `s3://flink-state`. */
  readonly root: string;
  /** The jar in the image's `opt` folder, without version and ending. */
  readonly plugin: string;
  /** Where the store is, and how it is spoken to. */
  readonly settings?: FlinkSetting[];
  readonly access: StoreAccess;
}

/** Directories under the prefix, the plugin of the image's exact Flink on both roles, and the credentials. */
export function objectStore({ name, flinkVersion }: StrategyContext, props: ObjectStoreProps, store: ObjectStore): CheckpointingConfig {
  const { strategy, root, plugin, settings = [], access } = store;
  const prefix = pathInStore(strategy, 'prefix', props.prefix ?? name);
  const savepoints = pathInStore(strategy, 'savepointPrefix', props.savepointPrefix ?? `${prefix}/savepoints`);
  return {
    directories: { checkpoints: `${root}/${prefix}/checkpoints`, savepoints: `${root}/${savepoints}`, highAvailability: `${root}/${prefix}/ha` },
    settings: [...settings, ...access.settings ?? []],
    pods: { environment: access.environment, volumes: access.volumes, plugins: [`${plugin}-${flinkVersion.exact}.jar`] },
  };
}
