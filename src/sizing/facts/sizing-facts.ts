import { Assumptions, assumptionsOf } from './assumptions';
import { expectedState, StateFact } from './expected-state';
import { PROFILES, WorkloadProfile } from './profiles';
import { SizingRequest } from './sizing-request';
import { Refusal } from '../../refusal';
import { grouped } from '../../units/grouped-number';
import { Calibration } from '../../workload/calibration';
import { WorkloadFacts } from '../../workload/workload-facts';
import { WorkloadKind } from '../../workload/workload-kind';

/** All that is known before the first decision: the request, with growth and defaults worked in. */
export interface SizingFacts {
  readonly request: SizingRequest;
  readonly kind: WorkloadKind;
  readonly stateful: boolean;
  readonly given: WorkloadFacts;
  readonly calibration: Calibration;
  readonly assume: Assumptions;
  /** Of this kind of work, with the topology and the states as given. */
  readonly profile: WorkloadProfile;
  /** Records a second, on average and at the peak, growth included. */
  readonly averageRate: number;
  readonly peakRate: number;
  readonly recordBytes: number;
  readonly keyedShare: number;
  readonly windowOverlap: number;
  readonly outputsPerRecord: number;
  readonly lookupsAtOnce: number;
  readonly state: StateFact;
  readonly latencySeconds: number;
}

/** Throws where growth or keys make the state larger than bytes can be counted with certainty. */
export function sizingFacts(request: SizingRequest): SizingFacts {
  const { workload: { kind, stateful, facts: given }, calibration = {} } = request;
  const { throughput } = given;
  const usual = PROFILES[kind];
  const shuffles = given.shuffles ?? usual.shuffles;
  const profile = {
    ...usual,
    operators: given.operators ?? usual.operators,
    shuffles,
    // Shuffles beyond those of the kind lie behind each other.
    passes: Math.max(0, usual.passes + shuffles - usual.shuffles),
    states: given.states ?? usual.states,
  };
  const assume = assumptionsOf(request.assumptions, request.calibration);
  const state = expectedState(request.workload, calibration, assume);
  refuseState(state);
  return {
    request,
    kind,
    stateful,
    given,
    calibration,
    assume,
    profile,
    averageRate: throughput.recordsPerSecond * throughput.growth,
    peakRate: throughput.peakRecordsPerSecond * throughput.growth,
    recordBytes: throughput.averageRecordBytes,
    keyedShare: given.keyedShare ?? 1,
    windowOverlap: given.windowOverlap ?? 1,
    outputsPerRecord: given.outputsPerRecord ?? 10,
    lookupsAtOnce: given.lookupsAtOnce ?? 100,
    state,
    latencySeconds: (given.latencyObjective?.toMilliseconds() ?? 5_000) / 1000,
  };
}

/** In MiB: 1 PiB, beyond which no one runs a job and bytes leave the safe integers soon. */
const LARGEST_STATE = 2 ** 30;

function refuseState({ mebibytes }: StateFact): void {
  if (mebibytes > LARGEST_STATE) {
    throw new Refusal({
      code: 'workload-state',
      what: 'one Flink job cannot hold this state',
      got: `${grouped(Math.ceil(mebibytes / 2 ** 20))} TiB, growth included`,
      allowed: `up to ${grouped(LARGEST_STATE / 2 ** 20)} TiB`,
      fix: 'split the keys over several jobs, or keep state for a shorter time',
    });
  }
}
