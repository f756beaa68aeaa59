import { atLeastOnce, oneRetainedByDefault } from './checkpoints/careful-checkpoints';
import { hotCheckpoints, minPauseAboveInterval, rareCheckpoints } from './checkpoints/checkpoint-frequency';
import { checkpointStorageWithoutDirectory, checkpointsInJobManager } from './checkpoints/checkpoint-storage';
import { noToleratedCheckpointFailure, shortCheckpointTimeout } from './checkpoints/checkpoint-timeout';
import { idleCheckpointOption } from './checkpoints/idle-checkpoint-option';
import { noCheckpointInterval, noCheckpoints } from './checkpoints/no-checkpoint-interval';
import { concurrentCheckpoints, unalignedAtOnce } from './checkpoints/overlapping-checkpoints';
import { lastStateWithoutMetadata, noHighAvailability, sessionWithoutHighAvailability } from './high-availability/no-high-availability';
import { restartsThatRunOut } from './high-availability/restarts-that-run-out';
import { zookeeperOnKubernetes } from './high-availability/zookeeper-on-kubernetes';
import { longPointers } from './memory/long-pointers';
import { networkByRemainder, twoMemorySizes } from './memory/memory-by-remainder';
import { networkBuffersTooFew } from './memory/network-buffers-too-few';
import { smallJobManagerHeap, smallTaskHeap } from './memory/small-heap';
import { thinJvmOverhead } from './memory/thin-jvm-overhead';
import { managedMemoryBesideFixed, unusedManagedMemory } from './memory/unused-managed-memory';
import { REFUSAL_PACK } from './refusal-pack';
import { Pack, ResourceRule, Rule } from './rule';
import { allocatorWithoutJemalloc } from './state/allocator-without-jemalloc';
import { changelogWithoutDirectory } from './state/changelog-without-directory';
import { experimentalForSt } from './state/experimental-forst';
import { deprecatedStateBackend, missingStateBackendClass } from './state/former-state-backend';
import { fixedRocksDbMemory, smallRocksDbShare, unboundedRocksDbMemory } from './state/rocksdb-memory';
import { rocksDbNotIncremental } from './state/rocksdb-not-incremental';
import { shrunkManagedMemory } from './state/shrunk-managed-memory';
import { endpointWithoutPathStyle, mixedS3Schemes } from './storage/object-store';
import { rocksDbInContainer, rocksDbInMemory, rocksDbOnSharedVolume, unboundedLocalState } from './storage/rocksdb-disk';
import { oneDirectoryForAll, snapshotsOnClaim } from './storage/snapshots-on-claim';
import { initialSavepointLeft, nonRestoredStateAllowed } from './upgrades/left-behind';
import { statelessUpgrade, upgradeModeUnsaid } from './upgrades/upgrade-mode';
import { lastStateFallbackOff, lastStateWithoutSavepoints } from './upgrades/upgrade-without-way-back';

/** Every rule that can be switched on, in the order in which they are looked at. */
export const ALL_RULES: readonly (Rule | ResourceRule)[] = [
  ...REFUSAL_PACK,
  atLeastOnce,
  oneRetainedByDefault,
  hotCheckpoints,
  rareCheckpoints,
  minPauseAboveInterval,
  checkpointsInJobManager,
  checkpointStorageWithoutDirectory,
  shortCheckpointTimeout,
  noToleratedCheckpointFailure,
  idleCheckpointOption,
  noCheckpointInterval,
  noCheckpoints,
  concurrentCheckpoints,
  unalignedAtOnce,
  lastStateWithoutMetadata,
  noHighAvailability,
  sessionWithoutHighAvailability,
  restartsThatRunOut,
  zookeeperOnKubernetes,
  longPointers,
  twoMemorySizes,
  networkByRemainder,
  networkBuffersTooFew,
  smallTaskHeap,
  smallJobManagerHeap,
  thinJvmOverhead,
  unusedManagedMemory,
  managedMemoryBesideFixed,
  allocatorWithoutJemalloc,
  changelogWithoutDirectory,
  experimentalForSt,
  missingStateBackendClass,
  deprecatedStateBackend,
  unboundedRocksDbMemory,
  fixedRocksDbMemory,
  smallRocksDbShare,
  shrunkManagedMemory,
  rocksDbNotIncremental,
  mixedS3Schemes,
  endpointWithoutPathStyle,
  rocksDbInContainer,
  rocksDbInMemory,
  rocksDbOnSharedVolume,
  unboundedLocalState,
  snapshotsOnClaim,
  oneDirectoryForAll,
  nonRestoredStateAllowed,
  initialSavepointLeft,
  statelessUpgrade,
  upgradeModeUnsaid,
  lastStateWithoutSavepoints,
  lastStateFallbackOff,
];

const known = new Map<string, readonly (Rule | ResourceRule)[]>();

export function inPacks(packs: readonly Pack[]): readonly (Rule | ResourceRule)[] {
  const name = packs.join();
  const rules = known.get(name) ?? ALL_RULES.filter(({ pack }) => packs.includes(pack));
  known.set(name, rules);
  return rules;
}

export function ruleOf(id: string): Rule | ResourceRule | undefined {
  return ALL_RULES.find((rule) => rule.id === id);
}
