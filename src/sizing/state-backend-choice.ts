import { HEAP_STATE_LIMIT } from './constants';
import { decide, Decided } from './decide';
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
  return workload.expectedState === undefined ? ASSUMED_STATE : MemorySize.fromSize(workload.expectedState);
}

export function stateLocation(request: SizingRequest): Decided<StateLocation> {
  const { workload } = request;
  const state = expectedState(workload);
  const onHeap = state.mebibytes <= HEAP_STATE_LIMIT.value;
  return decide({
    quantity: 'state-backend',
    title: 'State backend',
    value: onHeap ? StateLocation.HEAP : StateLocation.LOCAL_DISK,
    low: state.mebibytes <= HEAP_STATE_LIMIT.high ? StateLocation.HEAP : StateLocation.LOCAL_DISK,
    high: state.mebibytes <= HEAP_STATE_LIMIT.low ? StateLocation.HEAP : StateLocation.LOCAL_DISK,
    reason: onHeap
      ? 'the state fits on the heap, where access is fastest'
      : 'the state outgrows the heap; RocksDB keeps it on disk and snapshots only what changed',
    inputs: [`expected state ${describeState(workload)}`],
    rule: 'heap-while-state-is-small',
    source: HEAP_STATE_LIMIT.source,
  }, Amount._choice, request.stateLocation);
}

export function describeState(workload: Workload): string {
  const assumed = workload.stateful && workload.expectedState === undefined ? ' (assumed, not given)' : '';
  return `${expectedState(workload)}${assumed}`;
}
