import { autoscalerStandalone } from './autoscaler-standalone';
import { autoscalerStateless } from './autoscaler-stateless';
import { autoscalerWithoutEffect } from './autoscaler-without-effect';
import { checkpointsSwitchedOff } from './checkpoints-switched-off';
import { idleMemoryShare } from './idle-memory-share';
import { maxParallelismBelowParallelism } from './max-parallelism-below-parallelism';
import { overwrittenOption } from './overwritten-option';
import { parallelismOfReplicas } from './parallelism-of-replicas';
import { plainTextCredential } from './plain-text-credential';
import { reactiveMode } from './reactive-mode';
import { Rule } from './rule';
import { shortMetricsWindowOfAutoscaler } from './short-metrics-window';
import { standaloneJar } from './standalone-jar';
import { unalignedWithConcurrentCheckpoints } from './unaligned-with-concurrent-checkpoints';
import { unknownStateBackend } from './unknown-state-backend';
import { unreadableDuration } from './unreadable-duration';

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
  reactiveMode,
  parallelismOfReplicas,
  standaloneJar,
  autoscalerStandalone,
  autoscalerStateless,
  autoscalerWithoutEffect,
  shortMetricsWindowOfAutoscaler,
];
