import { autoscalerOfOldFlink, idleAutoscalerOptions, overriddenParallelism, restartingAutoscaler } from './autoscaler/idle-autoscaler';
import { fewDivisors, unboundedAutoscaler } from './autoscaler/scaling-room';
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
import { latencyTracking, noMetrics, undeclaredMetricsPort } from './metrics/metrics-in-pods';
import { exposedRestService, openIngress } from './network/open-rest-api';
import { droppedField } from './options/dropped-field';
import { javaDefaultOptions } from './options/java-default-options';
import { detailedLog, silentLog } from './options/log-configuration';
import { deprecatedKey, keyTwice } from './options/older-spellings';
import { optionOfAnotherVersion } from './options/option-of-another-version';
import { clusterOptionInSessionJob, optionOfOperator, replacedByOperator } from './options/options-without-effect';
import { unfamiliarOption, unknownOption } from './options/unknown-option';
import { unreadableValue } from './options/unreadable-value';
import { defaultServiceAccount } from './pods/default-service-account';
import { floatingImage, imagesOfRolesDiffer, imageVersionDiffers, imageWithoutDigest, mutableImage, neverPulledImage } from './pods/images';
import { jarOfAnotherFlink } from './pods/jar-of-another-flink';
import { argumentWithBlank } from './pods/job-arguments';
import { exampleJar, localJarHost, pythonEntry, relativeJar, savepointNonce } from './pods/job-program';
import { overwrittenPodField } from './pods/overwritten-pod-field';
import { containerWithoutLimits, memoryLimitAboveRequest } from './pods/quality-of-service';
import { repeatedVariable } from './pods/repeated-variable';
import { oldFlinkVersion } from './pods/supported-flink';
import { unfilledPlaceholder } from './pods/unfilled-placeholder';
import { unlimitedEmptyDir } from './pods/unlimited-empty-dir';
import { mountWithoutVolume, volumeTwice, volumeWithoutSource } from './pods/volumes';
import { REFUSAL_PACK } from './refusal-pack';
import { Pack, ResourceRule, Rule } from './rule';
import { hostNamespace, hostPathVolume, privilegedContainer, rootAllowed } from './security/node-access';
import { plainHttpStore } from './security/plain-http-store';
import { crowdedSlots, idleCpu, impliedCpu, throttledJobManager } from './slots/cpu';
import { replicasOfNativeSession } from './slots/replicas-of-native-session';
import { idleSlots, unsetMaxParallelism } from './slots/slots-and-parallelism';
import { allocatorWithoutJemalloc } from './state/allocator-without-jemalloc';
import { changelogWithoutDirectory } from './state/changelog-without-directory';
import { experimentalForSt } from './state/experimental-forst';
import { deprecatedStateBackend, missingStateBackendClass } from './state/former-state-backend';
import { fixedRocksDbMemory, smallRocksDbShare, unboundedRocksDbMemory } from './state/rocksdb-memory';
import { rocksDbNotIncremental } from './state/rocksdb-not-incremental';
import { shrunkManagedMemory } from './state/shrunk-managed-memory';
import { endpointWithoutPathStyle, mixedS3Schemes } from './storage/object-store';
import { rocksDbInContainer, rocksDbInMemory, rocksDbOnSharedVolume } from './storage/rocksdb-disk';
import { oneDirectoryForAll, snapshotsOnClaim } from './storage/snapshots-on-claim';
import { initialSavepointLeft, nonRestoredStateAllowed } from './upgrades/left-behind';
import { snapshotDisposal } from './upgrades/snapshot-disposal';
import { suspendedJob } from './upgrades/suspended-job';
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
  snapshotsOnClaim,
  oneDirectoryForAll,
  nonRestoredStateAllowed,
  initialSavepointLeft,
  statelessUpgrade,
  upgradeModeUnsaid,
  lastStateWithoutSavepoints,
  lastStateFallbackOff,
  autoscalerOfOldFlink, idleAutoscalerOptions, overriddenParallelism, restartingAutoscaler,
  fewDivisors, unboundedAutoscaler,
  latencyTracking, noMetrics, undeclaredMetricsPort,
  exposedRestService, openIngress,
  droppedField,
  javaDefaultOptions,
  detailedLog, silentLog,
  deprecatedKey, keyTwice,
  optionOfAnotherVersion,
  clusterOptionInSessionJob, optionOfOperator, replacedByOperator,
  unreadableValue,
  defaultServiceAccount,
  floatingImage, imagesOfRolesDiffer, imageVersionDiffers, imageWithoutDigest, mutableImage, neverPulledImage,
  jarOfAnotherFlink,
  argumentWithBlank,
  exampleJar, localJarHost, pythonEntry, relativeJar, savepointNonce,
  overwrittenPodField,
  containerWithoutLimits, memoryLimitAboveRequest,
  repeatedVariable,
  oldFlinkVersion,
  unfilledPlaceholder,
  unlimitedEmptyDir,
  mountWithoutVolume, volumeTwice, volumeWithoutSource,
  hostNamespace, hostPathVolume, privilegedContainer, rootAllowed,
  plainHttpStore,
  crowdedSlots, idleCpu, impliedCpu, throttledJobManager,
  replicasOfNativeSession,
  idleSlots, unsetMaxParallelism,
  snapshotDisposal,
  suspendedJob,
];

/** Those that look an option up in the catalogue, which is loaded for the first of them. */
export const CATALOGUE_RULES: readonly (Rule | ResourceRule)[] = [
  unknownOption, unfamiliarOption, deprecatedKey, keyTwice, optionOfAnotherVersion, unreadableValue,
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
