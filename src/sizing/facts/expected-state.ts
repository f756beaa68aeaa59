import { SizeRoundingBehavior } from 'cdk8s';
import { Assumptions } from './assumptions';
import { PROFILES } from './profiles';
import type { SizingFacts } from './sizing-facts';
import { grouped } from '../../units/grouped-number';
import { MemorySize } from '../../units/memory-size';
import { Calibration } from '../../workload/calibration';
import { Workload } from '../../workload/workload';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';

/** How the size of the state is known. */
export type StateKnowledge = 'stated' | 'from keys' | 'measured' | 'assumed' | 'none';

/** All keyed state of the job, growth included. */
export interface StateFact {
  readonly mebibytes: number;
  readonly knowledge: StateKnowledge;
  /** Keys alive at one time, where the keys are known. */
  readonly liveKeys?: number;
  readonly bytesPerKey: number;
  /** Records that are kept for each key; one where only what follows from them is kept. */
  readonly recordsPerKey: number;
}

export function expectedState({ kind, stateful, facts }: Workload, calibration: Calibration, { assumedState }: Assumptions): StateFact {
  const { expectedState: stated, distinctKeys, stateTimeToLive, keyedShare = 1, windowOverlap = 1 } = facts;
  const { recordsPerSecond, averageRecordBytes, growth } = facts.throughput;
  const { bytesPerKey: usual, keepsEachRecord } = PROFILES[kind];
  const within = stateTimeToLive === undefined ? Infinity : recordsPerSecond * keyedShare * (stateTimeToLive.toMilliseconds() / 1000);
  const recordsPerKey = keepsEachRecord && distinctKeys !== undefined && within !== Infinity ? Math.max(1, within / distinctKeys) : 1;
  // Each window that a key is in at one time has an answer of its own.
  const bytesByRule = (usual.fixed + usual.records * averageRecordBytes) * recordsPerKey * windowOverlap;
  const key = { bytesPerKey: calibration.stateBytesPerKey ?? facts.bytesPerKey ?? bytesByRule, recordsPerKey };
  if (!stateful) {
    return { mebibytes: 0, knowledge: 'none', ...key };
  }
  if (stated !== undefined) {
    return { mebibytes: stated.toMebibytes({ rounding: SizeRoundingBehavior.NONE }) * growth, knowledge: 'stated', ...key };
  }
  if (distinctKeys === undefined) {
    return { mebibytes: assumedState.value * growth, knowledge: 'assumed', ...key };
  }
  const liveKeys = Math.min(distinctKeys, within) * growth;
  const knowledge = calibration.stateBytesPerKey === undefined ? 'from keys' : 'measured';
  return { mebibytes: (liveKeys * key.bytesPerKey) / 2 ** 20, knowledge, liveKeys, ...key };
}

/** The size of the state as a decision of the plan, where somebody had to decide it. */
export function stateSize({ state, assume }: SizingFacts): Decided<MemorySize> {
  const { mebibytes, knowledge, liveKeys = 0, bytesPerKey } = state;
  const size = (amount: number) => MemorySize.ofBytes(Math.ceil(amount * 2 ** 20));
  const range = knowledge === 'assumed' ? assume.assumedState : { low: mebibytes, high: mebibytes };
  return new Decided('expected-state', size(mebibytes), undefined, Amount._size, () => ({
    title: 'Expected state',
    low: size(range.low),
    high: size(Math.max(range.high, mebibytes)),
    reason: knowledge === 'assumed'
      ? 'assumed, because neither its size nor its keys are given'
      : `${grouped(liveKeys)} keys alive at one time, ${grouped(bytesPerKey)} bytes each`,
    inputs: knowledge === 'assumed' ? ['no expectedState and no distinctKeys'] : [`live keys ${grouped(liveKeys)}`, `bytes of a key ${grouped(bytesPerKey)}`],
    rule: knowledge === 'assumed' ? 'state-assumed' : 'state-from-keys',
    source: knowledge === 'assumed' ? assume.assumedState.source : 'keys × bytes, and no more keys than records come within the time to live',
    measured: knowledge === 'measured',
  }));
}

export function describeState({ mebibytes, knowledge }: StateFact): string {
  const size = MemorySize.ofBytes(Math.ceil(mebibytes * 2 ** 20)).toString();
  const how: Record<StateKnowledge, string> = {
    'none': '', 'stated': '', 'from keys': ' (from its keys)', 'measured': ' (measured by key)', 'assumed': ' (assumed, not given)',
  };
  return `${size}${how[knowledge]}`;
}
