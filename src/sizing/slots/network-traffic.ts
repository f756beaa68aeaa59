import { requiredRate } from './cpu-demand';
import { PlacedJob } from './placed-job';
import { grouped } from '../../units/grouped-number';
import { WorkloadKind } from '../../workload/workload-kind';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';

/**
 * Bytes a second that one TaskManager takes in or gives out, whichever is more, at so many records a second. What is
 * exchanged goes to all TaskManagers alike, itself among them, so a part of it stays at home.
 */
function bytesPerSecond({ facts, shape: { taskManagers } }: PlacedJob, rate: number): number {
  const { profile: { passes }, recordBytes, keyedShare, outputsPerRecord, kind } = facts;
  const exchanged = passes * keyedShare * (1 - 1 / taskManagers);
  const written = kind === WorkloadKind.FAN_OUT ? outputsPerRecord : 1;
  return ((rate * recordBytes) / taskManagers) * (Math.max(1, written) + exchanged);
}

/** At the peak; catching up may take more. */
export function networkTraffic(job: PlacedJob): Decided<number> {
  const { facts, location, shape: { taskManagers } } = job;
  const traffic = (rate: number) => bytesPerSecond(job, rate);
  return new Decided('network-traffic', traffic(facts.peakRate), undefined, (bytes) => Amount._count(bytes / 1e6, 'MB/s'), () => ({
    title: 'Network traffic',
    low: traffic(facts.averageRate),
    high: traffic(requiredRate(facts, { location, taskManagers }, 'value')),
    reason: 'what a TaskManager reads and exchanges, or exchanges and writes, whichever is more; uploads of checkpoints come on top',
    inputs: [`peak ${grouped(facts.peakRate)} records/s of ${grouped(facts.recordBytes)} B`, `exchanges of a record ${facts.profile.passes}`, `TaskManagers ${taskManagers}`],
    rule: 'bytes-read-exchanged-and-written',
    source: 'Ververica, sizing guidelines: the network first, then the disk; arithmetic',
  }));
}
