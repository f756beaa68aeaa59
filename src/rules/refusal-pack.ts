import { changelogLimits } from './changelog-limits';
import { checkpointsSwitchedOff } from './checkpoints-switched-off';
import { idleMemoryShare } from './idle-memory-share';
import { idleStateOption } from './idle-state-option';
import { maxParallelismBelowParallelism } from './max-parallelism-below-parallelism';
import { overwrittenOption } from './overwritten-option';
import { plainTextCredential } from './plain-text-credential';
import { Rule } from './rule';
import { snapshotsOnPodDisk } from './snapshots-on-pod-disk';
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
  unknownOption,
  idleStateOption,
  stateLosingCompaction,
  writeBufferAboveShare,
  changelogLimits,
  snapshotsOnPodDisk,
];
