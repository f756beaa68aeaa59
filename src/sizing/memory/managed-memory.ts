import { ManagedMemoryConsumer, managedMemoryShare } from '../../flink/memory/managed-memory-shares';
import { grouped, percent } from '../../units/grouped-number';
import { MemorySize } from '../../units/memory-size';
import { FlinkApi, ProgrammingLanguage, WorkloadKind } from '../../workload/workload-kind';
import { Bound } from '../decision/constants';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { RULES } from '../facts/assumptions';
import { describeState } from '../facts/expected-state';
import { StateLocation } from '../facts/state-location';
import { PlacedJob, stateOfSlot } from '../slots/placed-job';

/** The local and the global half of an aggregation start with 34 pages of 32 KiB each, in MiB (`WindowBytesMultiMap`). */
const SQL_WINDOWS_TO_START = (2 * 34) / 32;

/** What each consumer of a slot's managed memory needs of it, in MiB. */
function needsOfSlot(job: PlacedJob, at: Bound): Map<ManagedMemoryConsumer, number> {
  const { facts: { assume, kind, given: { api, language } }, location } = job;
  const needs = new Map<ManagedMemoryConsumer, number>();
  if (location !== StateLocation.HEAP) {
    needs.set('STATE_BACKEND', rocksDbOfSlot(job, at));
  }
  if (api === FlinkApi.SQL && kind === WorkloadKind.WINDOWED_AGGREGATION) {
    // Its operators buffer records there and do not start without.
    needs.set('OPERATOR', Math.max(assume.sqlWindowPerSlot[at], SQL_WINDOWS_TO_START));
  }
  if (language === ProgrammingLanguage.PYTHON) {
    needs.set('PYTHON', assume.pythonPerSlot[at]);
  }
  return needs;
}

/** Cache for the working set, and write buffers for every state: RocksDB gives a third of its memory to those. */
function rocksDbOfSlot(job: PlacedJob, at: Bound): number {
  const { assume, profile } = job.facts;
  const columnFamilies = profile.states + (profile.timersPerKey > 0 ? 1 : 0);
  const least = Math.max(assume.rocksDbPerSlot[at], 3 * columnFamilies * assume.writeBufferPerState[at]);
  const most = Math.max(assume.rocksDbPerSlotMost[at], least);
  const cached = Math.min(Math.max(stateOfSlot(job) * assume.workingSet[at], least), most);
  return cached * (missesTooOften(job) ? 2 : 1);
}

/** Justin's rule, on a measurement: the cache has been tried, and was too small. */
function missesTooOften({ facts: { calibration: { cacheHitRate } } }: PlacedJob): boolean {
  return cacheHitRate !== undefined && cacheHitRate < RULES.cacheHitRate.value;
}

/** Of one TaskManager, in MiB: Flink divides it by weights, so that the neediest consumer decides. */
export function managedMebibytes(job: PlacedJob, at: Bound): number {
  const needs = needsOfSlot(job, at);
  const consumers = [...needs.keys()];
  let slot = 0;
  for (const [consumer, need] of needs) {
    slot = Math.max(slot, consumers.length === 1 ? need : need / managedMemoryShare(consumer, consumers));
  }
  // Shares are cut, so that a whole quotient may come out a hair above.
  return Math.ceil(job.shape.taskSlots * slot - 1e-6);
}

export function managedMemory(job: PlacedJob): Decided<MemorySize> {
  const managed = (at: Bound) => MemorySize.ofMebibytes(managedMebibytes(job, at));
  return new Decided('managed-memory', managed('value'), undefined, Amount._memory, () => {
    const { facts: { assume, state, profile }, location, shape } = job;
    const used = location !== StateLocation.HEAP;
    const needs = needsOfSlot(job, 'value');
    return {
      title: 'Managed memory',
      low: managed('low'),
      high: managed('high'),
      reason: reasonFor(job, needs),
      inputs: [
        `expected state ${describeState(state)}`,
        `parallelism ${shape.parallelism}`,
        `task slots ${shape.taskSlots}`,
        ...[...needs].map(([consumer, need]) => `${consumer} ${grouped(Math.ceil(need))} MiB a slot`),
        ...(used ? [`states ${profile.states}`] : []),
      ],
      rule: needs.size === 0 ? 'no-managed-memory-for-heap-state' : used ? 'rocksdb-working-set' : 'managed-memory-by-consumers',
      source: needs.size === 0
        ? 'Flink docs, memory tuning: set managed memory to zero for heap or no state'
        : [assume.workingSet, assume.rocksDbPerSlot, assume.rocksDbPerSlotMost, assume.writeBufferPerState].map(({ source }) => source).join('; '),
      measured: assume.cacheHitRate.replacedBy === 'measurement' || state.knowledge === 'measured',
    };
  });
}

function reasonFor(job: PlacedJob, needs: Map<ManagedMemoryConsumer, number>): string {
  const { assume } = job.facts;
  if (needs.size === 0) {
    return 'nothing in this job uses managed memory, so the heap gets it';
  }
  const shared = needs.size === 1 ? '' : `; Flink divides it among ${[...needs.keys()].join(', ')} by their weights`;
  if (!needs.has('STATE_BACKEND')) {
    return `${needs.has('PYTHON') ? 'the Python process' : 'the buffers of SQL windows'}, and none for state on the heap${shared}`;
  }
  const store = job.location === StateLocation.REMOTE ? 'ForSt' : 'RocksDB';
  const cached = `${store} caches ${percent(assume.workingSet.value)} of the state of each slot, within ${assume.rocksDbPerSlot.value} and `
    + `${grouped(assume.rocksDbPerSlotMost.value)} MiB, and has room for the write buffers of each state`;
  return `${missesTooOften(job) ? 'twice as much, because the measured cache misses too often: ' : ''}${cached}${shared}`;
}
