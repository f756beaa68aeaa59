import { MemorySize } from '../../units/memory-size';
import { StateLocation } from '../facts/state-location';
import { PlacedJob } from '../slots/placed-job';

/**
 * Fewest slots with which the state still fits pods of this size, if with less to spare: fewer pods have more of it each,
 * on a disk or a heap that stays as it is.
 */
export function fewestSlots({ facts: { assume, state }, location, shape }: PlacedJob, disk: MemorySize | undefined, hasLocalCopies: boolean): number {
  const { parallelism, taskSlots } = shape;
  switch (location) {
    case StateLocation.REMOTE: return 1;
    case StateLocation.LOCAL_DISK: {
      // One TaskManager has all of it, or as much as its slots are of them all.
      const share = (state.mebibytes * (assume.spaceAmplification.low + (hasLocalCopies ? 1 : 0))) / (disk?.mebibytes ?? Infinity);
      return share <= 1 ? 1 : between(1, Math.ceil(taskSlots * share), parallelism);
    }
    case StateLocation.HEAP: {
      const heap = assume.slotHeap.value - assume.slotHeap.low + (state.mebibytes * assume.heapObjectFactor.value) / parallelism;
      return state.mebibytes === 0 ? 1 : between(1, Math.ceil((state.mebibytes * assume.heapObjectFactor.low) / heap), parallelism);
    }
  }
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
