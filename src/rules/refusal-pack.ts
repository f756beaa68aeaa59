import { ambiguousMemory } from './ambiguous-memory';
import { autoscalerStandalone } from './autoscaler-standalone';
import { autoscalerStateless } from './autoscaler-stateless';
import { autoscalerWithoutEffect } from './autoscaler-without-effect';
import { containerWithoutImage, overwrittenResources } from './broken-containers';
import { changelogLimits } from './changelog-limits';
import { checkpointsDeletedOnCancellation } from './checkpoints-deleted-on-cancellation';
import { checkpointsSwitchedOff } from './checkpoints-switched-off';
import { fewRetainedCheckpoints } from './few-retained-checkpoints';
import { fileSystemPlugin } from './file-system-plugin';
import { fusedPodTemplates } from './fused-pod-templates';
import { highAvailabilityStorage } from './high-availability-storage';
import { highAvailabilityType } from './high-availability-type';
import { idleHealthCheck } from './idle-health-check';
import { idleMemoryShare } from './idle-memory-share';
import { idleStateOption } from './idle-state-option';
import { javaOptionsVariable } from './java-options-variable';
import { jvmMemoryFlag } from './jvm-memory-flag';
import { managedMemoryForRocksDb } from './managed-memory-for-rocksdb';
import { maxParallelismBelowParallelism } from './max-parallelism-below-parallelism';
import { oversizedBlock } from './oversized-block';
import { overwrittenOption } from './overwritten-option';
import { parallelismOfReplicas } from './parallelism-of-replicas';
import { plainTextCredential } from './plain-text-credential';
import { reactiveMode } from './reactive-mode';
import { readOnlyRoot } from './read-only-root';
import { reporterNeverStarts } from './reporter-never-starts';
import { restTlsStartupProbe } from './rest-tls-startup-probe';
import { Rule } from './rule';
import { shortMetricsWindowOfAutoscaler } from './short-metrics-window';
import { snapshotsInThePod } from './snapshots-in-the-pod';
import { standaloneCpu } from './standalone-cpu';
import { standaloneHighAvailability } from './standalone-high-availability';
import { standaloneJar } from './standalone-jar';
import { stateLosingCompaction } from './state-losing-compaction';
import { unalignedWithConcurrentCheckpoints } from './unaligned-with-concurrent-checkpoints';
import { unknownOption } from './unknown-option';
import { unknownStateBackend } from './unknown-state-backend';
import { unreadableDuration } from './unreadable-duration';
import { writeBufferAboveShare } from './write-buffer-above-share';

/** What cannot work, or must not be emitted: always on, never acknowledged. A credential comes first. */
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
