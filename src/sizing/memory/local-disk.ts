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

/** Disk of one TaskManager: its state with room for compaction, a copy of it where there is one, and some to spare. */
export function localDisk(job: PlacedJob, hasLocalCopies: boolean): Decided<MemorySize> {
  const { facts: { assume, state, request }, location, shape: { taskManagers } } = job;
  const step = roundingStep(taskManagers, BASE, LARGEST_STEP);
  const disk = (at: Bound) => {
    const copies = location === StateLocation.REMOTE ? assume.remoteCache[at] : assume.spaceAmplification[at] + (hasLocalCopies ? 1 : 0);
    return MemorySize.ofMebibytes(Math.ceil((BASE + (state.mebibytes * copies) / taskManagers) / step) * step);
  };
  return new Decided('local-disk', disk('value'), request.localDisk, Amount._size, () => ({
    title: 'Local disk',
    low: disk('low'),
    high: disk('high'),
    reason: location === StateLocation.REMOTE
      ? `a cache for ${percent(assume.remoteCache.value)} of the state, and ${BASE / 1024} GiB to spare`
      : `the state of a TaskManager × ${assume.spaceAmplification.value} for compaction${hasLocalCopies ? ', a copy for local recovery' : ''}, and ${BASE / 1024} GiB to spare`,
    inputs: [`expected state ${describeState(state)}`, `TaskManagers ${taskManagers}`],
    rule: 'state-with-room-for-compaction',
    source: `${(location === StateLocation.REMOTE ? assume.remoteCache : assume.spaceAmplification).source}; AWS 50 GB for each unit, Nexmark 100 to 800 GB over three or four workers`,
    measured: state.knowledge === 'measured',
  }));
}
