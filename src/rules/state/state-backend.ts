import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readBoolean } from '../../flink/configuration/option-reading';
import { readOption } from '../../flink/configuration/option-spelling';

/** In lower case, or the name of a class. */
export function stateBackend(settings: FlinkSettings): string {
  return readOption(settings, 'state.backend.type')?.trim().toLowerCase() ?? 'hashmap';
}

export function usesRocksDb(settings: FlinkSettings): boolean {
  const backend = stateBackend(settings);
  return backend === 'rocksdb' || /\.(embedded)?rocksdbstatebackendfactory$/.test(backend);
}

/** RocksDB takes a memory of its own for each slot, whatever is managed. */
export const FIXED_PER_SLOT = 'state.backend.rocksdb.memory.fixed-per-slot';
/** The same for all slots together, read only where nothing is managed. */
export const FIXED_PER_TASK_MANAGER = 'state.backend.rocksdb.memory.fixed-per-tm';

/** As `RocksDBSharedResourcesFactory.from` chooses. */
export function rocksDbMemoryMode(settings: FlinkSettings): 'fixed per slot' | 'managed' | 'fixed per TaskManager' | 'unbounded' {
  if (settings.has(FIXED_PER_SLOT)) {
    return 'fixed per slot';
  }
  if (readBoolean(settings, 'state.backend.rocksdb.memory.managed', true)) {
    return 'managed';
  }
  return settings.has(FIXED_PER_TASK_MANAGER) ? 'fixed per TaskManager' : 'unbounded';
}
