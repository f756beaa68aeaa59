import { BYTES_PER_CORE, LATENCY_FACTORS, PROFILES, TARGET_UTILIZATION } from './constants';
import { decide, Decided } from './decide';
import { Amount } from './decision';
import { grouped } from '../units/grouped-number';
import { Workload } from '../workload/workload';

/** Cores that all slots together keep in use at the stated rate, headroom included; not yet whole. */
export function cpuDemand(workload: Workload): Decided<number> {
  const { throughput, kind } = workload;
  const { recordsPerCore } = PROFILES[kind];
  const seconds = latencySeconds(workload);
  const latencyFactor = LATENCY_FACTORS.steps.find(([limit]) => seconds <= limit)?.[1] ?? 1;

  const cores = (records: number, bytes: number) =>
    ((throughput.recordsPerSecond / records + throughput.bytesPerSecond / bytes) * latencyFactor) / TARGET_UTILIZATION.value;

  return decide({
    quantity: 'cpu-demand',
    title: 'CPU for the work',
    value: cores(recordsPerCore.value, BYTES_PER_CORE.value),
    low: cores(recordsPerCore.high, BYTES_PER_CORE.high),
    high: cores(recordsPerCore.low, BYTES_PER_CORE.low),
    reason: `records and bytes each cost CPU, and slots are kept ${TARGET_UTILIZATION.value * 100} % busy to catch up after a stop`,
    inputs: [
      `throughput ${grouped(throughput.recordsPerSecond)} records/s of ${grouped(throughput.averageRecordBytes)} B`,
      `rate of one core ${grouped(recordsPerCore.value)} records/s and ${grouped(BYTES_PER_CORE.value / 1e6)} MB/s`,
      `latency objective ${seconds} s, factor ${latencyFactor}`,
    ],
    rule: 'records-and-bytes-per-core',
    source: `${recordsPerCore.source}; ${BYTES_PER_CORE.source}; ${TARGET_UTILIZATION.source}; ${LATENCY_FACTORS.source}`,
  }, (value) => Amount._count(value, 'cores'));
}

export function latencySeconds(workload: Workload): number {
  return (workload.latencyObjective?.toMilliseconds() ?? 5_000) / 1000;
}
