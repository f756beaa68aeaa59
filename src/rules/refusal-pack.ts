import { checkpointsSwitchedOff } from './checkpoints-switched-off';
import { idleMemoryShare } from './idle-memory-share';
import { maxParallelismBelowParallelism } from './max-parallelism-below-parallelism';
import { overwrittenOption } from './overwritten-option';
import { plainTextCredential } from './plain-text-credential';
import { readOnlyRoot } from './read-only-root';
import { Rule } from './rule';
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
  readOnlyRoot,
];
