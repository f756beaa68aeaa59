import { localStateVolume, WORKING_DIRECTORY } from './local-state-volume';
import { StateBackend, StateBackendContext, StateBackendDecisions } from './state-backend';
import { FlinkSetting } from '../flink/configuration/setting';
import { StateLocation } from '../sizing/facts/state-location';
import { StrategyConfig } from '../strategy/strategy-config';

/** How RocksDB keeps and snapshots the state; what is left out is derived. */
export interface RocksDbStateBackendProps extends StateBackendDecisions {
  /**
   * Storage class of the volume under RocksDB; one on a local SSD is best.
   * @default - the cluster's default class
   */
  readonly localDiskStorageClass?: string;
}

/**
 * State in RocksDB on the TaskManager's disk, cached in managed memory: for state that outgrows the heap.
 * The cache is sized by the plan through managed memory; Flink ignores `block.cache-size` while it manages the memory.
 * The disk is a volume of its own for each TaskManager, as large as the plan has it, that comes and goes with the pod.
 */
export class RocksDbStateBackend extends StateBackend {
  /** On the local disk. */
  public readonly location = StateLocation.LOCAL_DISK;

  constructor(private readonly props: RocksDbStateBackendProps = {}) {
    super(props);
  }

  /** `state.backend.type: rocksdb`, what the plan has decided for it, and the volume. */
  public bind({ incrementalCheckpoints, rocksDb, localDisk }: StateBackendContext): StrategyConfig {
    const settings: FlinkSetting[] = [
      { key: 'state.backend.type', value: 'rocksdb', reason: 'state on local disk, cached in managed memory' },
      WORKING_DIRECTORY,
    ];
    const setIf = (condition: boolean | undefined, key: string, value: string, reason: string) => {
      if (condition) {
        settings.push({ key, value, reason });
      }
    };
    setIf(incrementalCheckpoints, 'execution.checkpointing.incremental', 'true', 'upload only what changed');
    setIf(rocksDb?.bloomFilter, 'state.backend.rocksdb.use-bloom-filter', 'true', 'spare disk reads for absent keys');
    setIf(rocksDb?.partitionedIndexFilters, 'state.backend.rocksdb.memory.partitioned-index-filters', 'true', 'keep index and filters from filling the cache');
    setIf(rocksDb?.timersOnHeap, 'state.backend.rocksdb.timer-service.factory', 'HEAP', 'few timers fire faster from the heap');
    setIf(rocksDb !== undefined, 'state.backend.rocksdb.thread.num', String(rocksDb?.backgroundThreads), 'flushes and compactions keep up with the writes');
    setIf(rocksDb !== undefined && rocksDb.predefinedOptions !== 'DEFAULT', 'state.backend.rocksdb.predefined-options', String(rocksDb?.predefinedOptions),
      'made for this kind of disk');
    return { settings, taskManagerPods: localStateVolume(localDisk, this.props.localDiskStorageClass) };
  }
}
