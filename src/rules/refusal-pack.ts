import { idleMemoryShare } from './idle-memory-share';
import { maxParallelismBelowParallelism } from './max-parallelism-below-parallelism';
import { overwrittenOption } from './overwritten-option';
import { plainTextCredential } from './plain-text-credential';
import { Rule } from './rule';
import { stateBackendOfLaterVersion } from './state-backend-of-later-version';
import { unalignedWithConcurrentCheckpoints } from './unaligned-with-concurrent-checkpoints';
import { unreadableDuration } from './unreadable-duration';

/** What cannot work, or must not be emitted: always on, never acknowledged. A credential comes first. */
export const REFUSAL_PACK: Rule[] = [
  plainTextCredential,
  overwrittenOption,
  idleMemoryShare,
  unreadableDuration,
  unalignedWithConcurrentCheckpoints,
  maxParallelismBelowParallelism,
  stateBackendOfLaterVersion,
];
