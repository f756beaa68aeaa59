import { Bound, BYTES_PER_CORE, LATENCY_FACTORS, OPPOSITE, PROFILES, TARGET_UTILIZATION } from './constants';
import { Decided } from './decide';
import { Amount } from './decision';
import { grouped } from '../units/grouped-number';
import { Workload } from '../workload/workload';

/** Cores in use when every core works as its sources say at their best, as used here, or at their worst. */
export function coresInUse(workload: Workload, at: Bound): number {
  const rates = OPPOSITE[at];
  const { throughput, kind } = workload;
  const records = throughput.recordsPerSecond / PROFILES[kind].recordsPerCore[rates];
  const bytes = throughput.bytesPerSecond / BYTES_PER_CORE[rates];
  return ((records + bytes) * latencyFactor(workload)) / TARGET_UTILIZATION[rates];
}

/** Cores that all slots together keep in use at the stated rate, headroom included; not yet whole. */
export function cpuDemand(workload: Workload): Decided<number> {
  const { throughput, kind } = workload;
  const { recordsPerCore } = PROFILES[kind];
  return new Decided('cpu-demand', coresInUse(workload, 'value'), undefined, (cores) => Amount._count(cores, 'cores'), () => ({
    title: 'CPU for the work',
    low: coresInUse(workload, 'low'),
    high: coresInUse(workload, 'high'),
    reason: `records and bytes each cost CPU, and slots are kept ${TARGET_UTILIZATION.value * 100}% busy to catch up after a stop`,
    inputs: [
      `throughput ${grouped(throughput.recordsPerSecond)} records/s of ${grouped(throughput.averageRecordBytes)} B`,
      `rate of one core ${grouped(recordsPerCore.value)} records/s and ${grouped(BYTES_PER_CORE.value / 1e6)} MB/s`,
      `latency objective ${latencySeconds(workload)} s, factor ${latencyFactor(workload)}`,
    ],
    rule: 'records-and-bytes-per-core',
    source: `${recordsPerCore.source}; ${BYTES_PER_CORE.source}; ${TARGET_UTILIZATION.source}; ${LATENCY_FACTORS.source}`,
  }));
}

function latencyFactor(workload: Workload): number {
  const seconds = latencySeconds(workload);
  return LATENCY_FACTORS.steps.find(([limit]) => seconds <= limit)?.[1] ?? 1;
}

function latencySeconds(workload: Workload): number {
  return (workload.latencyObjective?.toMilliseconds() ?? 5_000) / 1000;
}
