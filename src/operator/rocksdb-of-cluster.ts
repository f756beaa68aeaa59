import { FlinkSettings } from '../flink/configuration/flink-settings';
import { readOption } from '../flink/configuration/option-spelling';
import { readMemory } from '../flink/memory/memory-settings';
import { RocksDbMemory, rocksDbMemory } from '../flink/memory/rocksdb-memory';

/** What RocksDB makes of a slot's managed memory; nothing when it is not the state backend or Flink does not manage its memory. */
export function rocksDbOfSlot(configuration: FlinkSettings, managed: bigint): RocksDbMemory | undefined {
  return usesRocksDb(configuration) ? rocksDbMemory(managed, rocksDbOptions(configuration)) : undefined;
}

function usesRocksDb(configuration: FlinkSettings): boolean {
  return readOption(configuration, 'state.backend.type')?.toLowerCase() === 'rocksdb'
    && configuration.get('state.backend.rocksdb.memory.managed')?.toLowerCase() !== 'false'
    && !configuration.has('state.backend.rocksdb.memory.fixed-per-slot');
}

function rocksDbOptions(configuration: FlinkSettings) {
  const ratio = (name: string) => {
    const text = configuration.get(`state.backend.rocksdb.memory.${name}`);
    return text === undefined ? undefined : Number(text);
  };
  return {
    writeBufferRatio: ratio('write-buffer-ratio'),
    highPriorityPoolRatio: ratio('high-prio-pool-ratio'),
    writeBufferSize: readMemory(configuration, { key: 'state.backend.rocksdb.writebuffer.size' }),
  };
}
