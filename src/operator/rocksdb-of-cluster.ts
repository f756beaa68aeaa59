import { FlinkSettings } from '../flink/configuration/flink-settings';
import { readBoolean, readDecimal } from '../flink/configuration/option-reading';
import { readOption } from '../flink/configuration/option-spelling';
import { readMemory } from '../flink/memory/memory-settings';
import { RocksDbMemory, rocksDbMemory } from '../flink/memory/rocksdb-memory';

/** What RocksDB makes of a slot's managed memory; nothing when it is not the state backend or Flink does not manage its memory. */
export function rocksDbOfSlot(configuration: FlinkSettings, managed: bigint): RocksDbMemory | undefined {
  return usesRocksDb(configuration) ? rocksDbMemory(managed, rocksDbOptions(configuration)) : undefined;
}

function usesRocksDb(configuration: FlinkSettings): boolean {
  return readOption(configuration, 'state.backend.type')?.toLowerCase() === 'rocksdb'
    && readBoolean(configuration, 'state.backend.rocksdb.memory.managed', true)
    && !configuration.has('state.backend.rocksdb.memory.fixed-per-slot');
}

function rocksDbOptions(configuration: FlinkSettings) {
  return {
    writeBufferRatio: readDecimal(configuration, 'state.backend.rocksdb.memory.write-buffer-ratio', 0.5),
    highPriorityPoolRatio: readDecimal(configuration, 'state.backend.rocksdb.memory.high-prio-pool-ratio', 0.1),
    writeBufferSize: readMemory(configuration, { key: 'state.backend.rocksdb.writebuffer.size' }),
  };
}
