import { autoscalerStandalone } from './autoscaler/autoscaler-standalone';
import { autoscalerStateless } from './autoscaler/autoscaler-stateless';
import { autoscalerWithoutEffect } from './autoscaler/autoscaler-without-effect';
import { reactiveMode } from './autoscaler/reactive-mode';
import { shortMetricsWindowOfAutoscaler } from './autoscaler/short-metrics-window';
import { checkpointsDeletedOnCancellation } from './checkpoints/checkpoints-deleted-on-cancellation';
import { checkpointsSwitchedOff } from './checkpoints/checkpoints-switched-off';
import { fewRetainedCheckpoints } from './checkpoints/few-retained-checkpoints';
import { unalignedWithConcurrentCheckpoints } from './checkpoints/unaligned-with-concurrent-checkpoints';
import { highAvailabilityStorage } from './high-availability/high-availability-storage';
import { highAvailabilityType } from './high-availability/high-availability-type';
import { standaloneHighAvailability } from './high-availability/standalone-high-availability';
import { ambiguousMemory } from './memory/ambiguous-memory';
import { idleMemoryShare } from './memory/idle-memory-share';
import { jvmMemoryFlag } from './memory/jvm-memory-flag';
import { reporterNeverStarts } from './metrics/reporter-never-starts';
import { restTlsStartupProbe } from './network/rest-tls-startup-probe';
import { overwrittenOption } from './options/overwritten-option';
import { unfamiliarOption, unknownOption } from './options/unknown-option';
import { unreadableDuration } from './options/unreadable-duration';
import { containerWithoutImage, overwrittenResources } from './pods/broken-containers';
import { fusedPodTemplates } from './pods/fused-pod-templates';
import { javaOptionsVariable } from './pods/java-options-variable';
import { readOnlyRoot } from './pods/read-only-root';
import { standaloneJar } from './pods/standalone-jar';
import { Rule } from './rule';
import { plainTextCredential } from './security/plain-text-credential';
import { maxParallelismBelowParallelism } from './slots/max-parallelism-below-parallelism';
import { parallelismOfReplicas } from './slots/parallelism-of-replicas';
import { standaloneCpu } from './slots/standalone-cpu';
import { changelogLimits } from './state/changelog-limits';
import { idleStateOption } from './state/idle-state-option';
import { managedMemoryForRocksDb } from './state/managed-memory-for-rocksdb';
import { oversizedBlock } from './state/oversized-block';
import { stateLosingCompaction } from './state/state-losing-compaction';
import { unknownStateBackend } from './state/unknown-state-backend';
import { writeBufferAboveShare } from './state/write-buffer-above-share';
import { fileSystemPlugin } from './storage/file-system-plugin';
import { snapshotsInThePod } from './storage/snapshots-in-the-pod';
import { idleHealthCheck } from './upgrades/idle-health-check';

/** What a construct refuses, whatever the severity: it cannot work, or must not be emitted. A credential comes first. */
export const REFUSAL_PACK: Rule[] = [
  plainTextCredential,
  overwrittenOption,
  idleMemoryShare,
  unreadableDuration,
  unalignedWithConcurrentCheckpoints,
  maxParallelismBelowParallelism,
  unknownStateBackend,
  checkpointsSwitchedOff,
  javaOptionsVariable,
  jvmMemoryFlag,
  reporterNeverStarts,
  checkpointsDeletedOnCancellation,
  snapshotsInThePod,
  fileSystemPlugin,
  highAvailabilityStorage,
  standaloneHighAvailability,
  idleHealthCheck,
  readOnlyRoot,
  unknownOption,
  unfamiliarOption,
  idleStateOption,
  stateLosingCompaction,
  writeBufferAboveShare,
  managedMemoryForRocksDb,
  changelogLimits,
  reactiveMode,
  parallelismOfReplicas,
  standaloneJar,
  autoscalerStandalone,
  autoscalerStateless,
  autoscalerWithoutEffect,
  shortMetricsWindowOfAutoscaler,
  fusedPodTemplates,
  containerWithoutImage,
  overwrittenResources,
  restTlsStartupProbe,
  standaloneCpu,
  highAvailabilityType,
  fewRetainedCheckpoints,
  oversizedBlock,
  ambiguousMemory,
];
