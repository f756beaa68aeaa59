import { FlinkVersion } from '../../flink/flink-version';
import { grouped } from '../../units/grouped-number';
import { FlinkApi } from '../../workload/workload-kind';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { describeState } from '../facts/expected-state';
import { SizingFacts } from '../facts/sizing-facts';
import { StateLocation } from '../facts/state-location';

/** State beyond this is not worth a copy on local disks, in MiB: 20 TiB. */
const LARGE_STATE = 20 * 1024 * 1024;
/** An answer this soon has no time for reads from a disk, in seconds; the heap then takes what fits it by the most generous rule. */
const SOON = 0.1;

export function stateBackendChoice(facts: SizingFacts): Decided<StateLocation> {
  const { request, assume, state, latencySeconds } = facts;
  const limit = latencySeconds <= SOON ? assume.heapStateLimit.high : assume.heapStateLimit.value;
  const derived = locationAt(facts, limit);
  return new Decided('state-backend', derived, request.stateLocation, Amount._choice, () => ({
    title: 'State backend',
    low: locationAt(facts, assume.heapStateLimit.high),
    high: locationAt(facts, assume.heapStateLimit.low),
    reason: reasonFor(facts, derived),
    inputs: [`expected state ${describeState(state)}`, `latency objective ${latencySeconds} s`, `${request.flinkVersion}`],
    rule: 'heap-while-state-is-small',
    source: assume.heapStateLimit.source,
    measured: state.knowledge === 'measured',
  }));
}

/** ForSt is experimental and slow to answer: only for SQL, whose state it reads asynchronously, and where local disks are no way. */
function locationAt({ request: { flinkVersion }, state, latencySeconds, given: { api } }: SizingFacts, heapLimit: number): StateLocation {
  if (state.mebibytes <= heapLimit) {
    return StateLocation.HEAP;
  }
  const isPatientSql = api === FlinkApi.SQL && latencySeconds >= 5 && flinkVersion.isAtLeast(FlinkVersion.V2_0);
  return isPatientSql && state.mebibytes > LARGE_STATE ? StateLocation.REMOTE : StateLocation.LOCAL_DISK;
}

function reasonFor({ state, stateful, assume }: SizingFacts, derived: StateLocation): string {
  if (!stateful) {
    return 'there is no state to keep';
  }
  const heap = `${grouped(Math.ceil(state.mebibytes * assume.heapObjectFactor.value))} MiB`;
  switch (derived) {
    case StateLocation.HEAP: return `the state fits on the heap, where access is fastest; as objects it takes about ${heap}`;
    case StateLocation.LOCAL_DISK: return 'the state outgrows the heap; RocksDB keeps it on disk and snapshots only what changed, '
      + `and saves the ${heap} of heap that it would take as objects`;
    case StateLocation.REMOTE: return 'the state outgrows local disks; ForSt keeps it beside the checkpoints, so that a restart moves none of it';
  }
}
