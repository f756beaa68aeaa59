import { SizeRoundingBehavior } from 'cdk8s';
import { HEAP_STATE_LIMIT } from './constants';
import { Decided } from './decide';
import { Amount } from './decision';
import { SizingRequest } from './sizing-request';
import { StateLocation } from './state-location';
import { MemorySize } from '../units/memory-size';
import { Workload } from '../workload/workload';

/** What is assumed of a stateful job whose state nobody has stated. */
const ASSUMED_STATE = MemorySize.ofMebibytes(1024);

/** All keyed state of the job: as stated, assumed, or none. */
export function expectedState(workload: Workload): MemorySize {
  if (!workload.stateful) {
    return MemorySize.ofBytes(0);
  }
  const { expectedState: stated } = workload;
  // An estimate may be any fraction of a unit; the next whole byte is as good.
  return stated === undefined ? ASSUMED_STATE : MemorySize.ofBytes(Math.ceil(stated.toKibibytes({ rounding: SizeRoundingBehavior.NONE }) * 1024));
}

export function stateBackendChoice(request: SizingRequest): Decided<StateLocation> {
  const { workload } = request;
  const state = expectedState(workload);
  const onHeap = state.mebibytes <= HEAP_STATE_LIMIT.value;
  const derived = onHeap ? StateLocation.HEAP : StateLocation.LOCAL_DISK;
  return new Decided('state-backend', derived, request.stateLocation, Amount._choice, () => ({
    title: 'State backend',
    low: state.mebibytes <= HEAP_STATE_LIMIT.high ? StateLocation.HEAP : StateLocation.LOCAL_DISK,
    high: state.mebibytes <= HEAP_STATE_LIMIT.low ? StateLocation.HEAP : StateLocation.LOCAL_DISK,
    reason: !workload.stateful
      ? 'there is no state to keep'
      : onHeap
        ? 'the state fits on the heap, where access is fastest'
        : 'the state outgrows the heap; RocksDB keeps it on disk and snapshots only what changed',
    inputs: [`expected state ${describeState(workload)}`],
    rule: 'heap-while-state-is-small',
    source: HEAP_STATE_LIMIT.source,
  }));
}

export function describeState(workload: Workload): string {
  const assumed = workload.stateful && workload.expectedState === undefined ? ' (assumed, not given)' : '';
  return `${expectedState(workload)}${assumed}`;
}
