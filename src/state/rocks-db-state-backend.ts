import { BackendOptions } from './backend-options';
import { boundBackend } from './bound-backend';
import { RocksDbPredefinedOptions } from './rocks-db-choices';
import { refuseIdleOptions, ROCKS_DB, rocksDbOptions } from './rocks-db-options';
import { RocksDbStateBackendProps } from './rocks-db-state-backend-props';
import { StateBackend, StateBackendContext } from './state-backend';
import { FlinkSetting } from '../flink/configuration/setting';
import { StateLocation } from '../sizing/facts/state-location';
import { StrategyConfig } from '../strategy/strategy-config';

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

  /** `state.backend.type: rocksdb`, what the plan has decided for it, what was set, and the volume. */
  public bind(context: StateBackendContext): StrategyConfig {
    const { props } = this;
    const name = this.constructor.name;
    const options = new BackendOptions(name, context.flinkVersion);
    rocksDbOptions(options, props);
    const { bloomFilter, partitionedIndexFilters, timersOnHeap } = context.rocksDb ?? props;
    refuseIdleOptions(name, props, {
      bloomFilter: bloomFilter ?? false, partitionedIndexFilters: partitionedIndexFilters ?? false, timersOnHeap: timersOnHeap ?? false,
    });
    return boundBackend(this, context, plannedSettings(context), options, props);
  }
}

/** What the plan, or the user in its place, has decided. A switch that stays off is not written, but where Flink has it on. */
function plannedSettings({ incrementalCheckpoints, rocksDb }: StateBackendContext): FlinkSetting[] {
  const settings: FlinkSetting[] = [{ key: 'state.backend.type', value: 'rocksdb', reason: 'state on local disk, cached in managed memory' }];
  const setIf = (condition: boolean, key: string, value: string, reason: string) => {
    if (condition) {
      settings.push({ key, value, reason });
    }
  };
  setIf(incrementalCheckpoints, 'execution.checkpointing.incremental', 'true', 'upload only what changed');
  if (rocksDb !== undefined) {
    const { bloomFilter, partitionedIndexFilters, timersOnHeap, backgroundThreads, predefinedOptions } = rocksDb;
    const hasFilters = predefinedOptions === RocksDbPredefinedOptions.SPINNING_DISK_OPTIMIZED_HIGH_MEM;
    setIf(bloomFilter, `${ROCKS_DB}.use-bloom-filter`, 'true', 'spare disk reads for absent keys');
    setIf(!bloomFilter && hasFilters, `${ROCKS_DB}.use-bloom-filter`, 'false', 'the options for this disk would make filters');
    setIf(partitionedIndexFilters, `${ROCKS_DB}.memory.partitioned-index-filters`, 'true', 'keep index and filters from filling the cache');
    setIf(timersOnHeap, `${ROCKS_DB}.timer-service.factory`, 'HEAP', 'few timers fire faster from the heap');
    setIf(true, `${ROCKS_DB}.thread.num`, String(backgroundThreads), 'flushes and compactions keep up with the writes');
    setIf(predefinedOptions !== RocksDbPredefinedOptions.DEFAULT, `${ROCKS_DB}.predefined-options`, predefinedOptions, 'made for this kind of disk');
  }
  return settings;
}
