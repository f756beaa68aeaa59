import { WorkloadKind } from '../../workload/workload-kind';
import { Bound } from '../decision/constants';
import { StateLocation } from '../facts/state-location';
import { PlacedJob, stateOfSlot } from '../slots/placed-job';

/** Heap that user code, operators, look-ups under way and state on the heap need in one slot, in MiB. */
function heapOfSlot(job: PlacedJob, at: Bound): number {
  const { facts: { assume, kind, recordBytes, lookupsAtOnce }, location } = job;
  const state = location === StateLocation.HEAP ? stateOfSlot(job) : 0;
  // Each look-up under way holds the record and its answer.
  const lookups = kind === WorkloadKind.ASYNC_ENRICHMENT ? (2 * lookupsAtOnce * recordBytes) / 2 ** 20 : 0;
  return assume.slotHeap[at] + (state + lookups) * assume.heapObjectFactor[at];
}

/** The same of a TaskManager. */
export function heapOfTaskManager(job: PlacedJob, at: Bound): number {
  return job.shape.taskSlots * heapOfSlot(job, at);
}
