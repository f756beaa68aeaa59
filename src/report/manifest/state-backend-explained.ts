import { catalogueLine, optionOf } from './catalogue-line';
import { isMade, made } from './made';
import { StateBackendExplanation } from './manifest-explanation';
import { spellingsOf } from './setting-origin';
import { readOption } from '../../flink/configuration/option-spelling';
import { EffectiveCluster } from '../../operator/effective-cluster';

const TYPE = 'state.backend.type';

/** Where state is kept, and what RocksDB makes of the managed memory of a slot. */
export function stateBackendExplained(cluster: EffectiveCluster): StateBackendExplanation {
  const { slot, rocksDb } = cluster;
  return {
    type: stateBackendOf(cluster),
    managedMemoryOfSlot: slot.managed,
    rocksDb: rocksDb && {
      cacheCapacity: rocksDb.cacheCapacity,
      writeBuffers: rocksDb.writeBufferManagerCapacity,
      mutableLimit: rocksDb.mutableLimit,
      arenaBlock: rocksDb.arenaBlockSize,
      arenaBlockFits: rocksDb.arenaBlockFits,
    },
  };
}

/** What takes the managed memory. */
export function managedMemoryUse(cluster: EffectiveCluster): string {
  const type = stateBackendOf(cluster);
  if (type.toLowerCase() === 'rocksdb') {
    const managed = made(() => ({ rocksDb: cluster.rocksDb }));
    const elsewhere = isMade(managed) && managed.rocksDb === undefined;
    return elsewhere ? 'not for RocksDB, whose memory is set elsewhere' : 'RocksDB: block cache and write buffers';
  }
  return type.toLowerCase() === 'forst' ? 'ForSt: block cache and write buffers' : `Python and batch operators; the state backend ${type} takes none`;
}

function stateBackendOf({ configuration, manifest: { spec } }: EffectiveCluster): string {
  return readOption(configuration, TYPE) ?? optionOf(catalogueLine(spec.flinkVersion), ...spellingsOf(TYPE))?.defaultText ?? '';
}
