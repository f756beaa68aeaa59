import { percent } from '../../units/grouped-number';
import { MemorySize } from '../../units/memory-size';
import { Bound } from '../decision/constants';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { roundingStep } from '../decision/rounding-step';
import { describeState } from '../facts/expected-state';
import { StateLocation } from '../facts/state-location';
import { PlacedJob } from '../slots/placed-job';

/** Jars and unpacked libraries, and much to spare, because a full disk stops the job, in MiB. Logs and spilled records lie elsewhere. */
const BASE = 10_240;
const LARGEST_STEP = 1024;
/** Snapshots of a heap are whole: the next is written beside the last, and no state lies on the disk itself. */
const HEAP_COPIES = 2;

/** What lies on the disk, as so many times the state, and why. */
interface DiskUse {
  readonly copies: (at: Bound) => number;
  readonly reason: string;
  readonly rule: string;
  readonly source: string;
}

/** Disk of one TaskManager: its state with room for compaction, a copy of it where there is one, and some to spare. */
export function localDisk(job: PlacedJob, hasLocalCopies: boolean): Decided<MemorySize> {
  const { facts: { state, request }, shape: { taskManagers } } = job;
  const { copies, reason, rule, source } = useOf(job, hasLocalCopies);
  const step = roundingStep(taskManagers, BASE, LARGEST_STEP);
  const disk = (at: Bound) => MemorySize.ofMebibytes(Math.ceil((BASE + (state.mebibytes * copies(at)) / taskManagers) / step) * step);
  return new Decided('local-disk', disk('value'), request.localDisk, Amount._size, () => ({
    title: 'Local disk',
    low: disk('low'),
    high: disk('high'),
    reason: `${reason}, and ${BASE / 1024} GiB to spare`,
    inputs: [`expected state ${describeState(state)}`, `TaskManagers ${taskManagers}`],
    rule,
    source,
    measured: state.knowledge === 'measured',
  }));
}

function useOf({ facts: { assume: { remoteCache, spaceAmplification } }, location }: PlacedJob, hasLocalCopies: boolean): DiskUse {
  const rule = 'state-with-room-for-compaction';
  const others = 'AWS 50 GB for each unit, Nexmark 100 to 800 GB over three or four workers';
  switch (location) {
    case StateLocation.HEAP: return {
      copies: () => HEAP_COPIES,
      reason: 'the last copy for local recovery and the next one',
      rule: 'two-copies-of-the-heap',
      source: 'Flink docs, large state: task-local recovery keeps a copy of the last snapshot',
    };
    case StateLocation.REMOTE: return {
      copies: (at) => remoteCache[at],
      reason: `a cache for ${percent(remoteCache.value)} of the state`,
      rule,
      source: `${remoteCache.source}; ${others}`,
    };
    case StateLocation.LOCAL_DISK: return {
      copies: (at) => spaceAmplification[at] + (hasLocalCopies ? 1 : 0),
      reason: `the state of a TaskManager × ${spaceAmplification.value} for compaction${hasLocalCopies ? ', a copy for local recovery' : ''}`,
      rule,
      source: `${spaceAmplification.source}; ${others}`,
    };
  }
}
