import { SizeRoundingBehavior } from 'cdk8s';
import { Refusal, shown } from '../refusal';
import { Workload } from './workload';
import { grouped } from '../units/grouped-number';

/** Throws for facts that no job can have. */
export function refuseWorkload(workload: Workload): void {
  const { throughput, expectedState, latencyObjective, sourcePartitions } = workload;
  refuseAmount('workload-throughput', 'throughput.recordsPerSecond', throughput.recordsPerSecond, 'records a second');
  refuseAmount('workload-record-size', 'throughput.averageRecordBytes', throughput.averageRecordBytes, 'bytes');
  if (expectedState !== undefined) {
    refuseAmount('workload-state', 'expectedState', expectedState.toKibibytes({ rounding: SizeRoundingBehavior.NONE }), 'KiB');
  }
  if (latencyObjective !== undefined) {
    refuseAmount('workload-latency', 'latencyObjective', latencyObjective.toMilliseconds(), 'ms');
  }
  if (sourcePartitions !== undefined && !(Number.isSafeInteger(sourcePartitions) && sourcePartitions >= 1)) {
    throw new Refusal({
      code: 'workload-partitions',
      what: 'workload.sourcePartitions must be a whole number from 1',
      got: shown(sourcePartitions),
      allowed: '1, 2, 3, …',
      fix: 'give the partitions of the topic, or leave it out when they are not known',
    });
  }
}

/** Beyond this the arithmetic of a plan would leave the safe integers. */
const LARGEST = 1e15;

function refuseAmount(code: string, property: string, amount: number, unit: string): void {
  if (!(amount > 0 && amount <= LARGEST)) {
    throw new Refusal({
      code,
      what: `workload.${property} must be above zero and finite`,
      got: `${shown(amount)} ${unit}`,
      allowed: `above 0, at most ${grouped(LARGEST)} ${unit}`,
      fix: 'give the value of the busiest time; leave optional facts out when they are not known',
    });
  }
}
