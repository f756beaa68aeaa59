import { given, keySkewOf, sizeOf, timeOf } from './spelled-values';
import { SpelledCalibration, SpelledFacts, SpelledProps, WorkloadFile } from './workload-file';
import { Cpu } from '../units/cpu';
import { Calibration } from '../workload/calibration';
import { Budget, NodeShape } from '../workload/node-shape';
import { Throughput } from '../workload/throughput';
import { Workload } from '../workload/workload';
import { WorkloadFacts } from '../workload/workload-facts';
import { WorkloadKind } from '../workload/workload-kind';

const MAKERS: Record<WorkloadKind, (facts: WorkloadFacts) => Workload> = {
  [WorkloadKind.STATELESS_TRANSFORMATION]: Workload.statelessTransformation,
  [WorkloadKind.FAN_OUT]: Workload.fanOut,
  [WorkloadKind.ASYNC_ENRICHMENT]: Workload.asyncEnrichment,
  [WorkloadKind.DEDUPLICATION]: Workload.deduplication,
  [WorkloadKind.WINDOWED_AGGREGATION]: Workload.windowedAggregation,
  [WorkloadKind.UNBOUNDED_AGGREGATION]: Workload.unboundedAggregation,
  [WorkloadKind.INTERVAL_JOIN]: Workload.intervalJoin,
  [WorkloadKind.TEMPORAL_JOIN]: Workload.temporalJoin,
  [WorkloadKind.REGULAR_JOIN]: Workload.regularJoin,
  [WorkloadKind.PATTERN_DETECTION]: Workload.patternDetection,
};

/** The facts of a file, as it spells them. */
export function spelledFacts(file: WorkloadFile): SpelledFacts {
  const { $schema, kind, calibration, assumptions, nodeShape, budget, flinkVersion, deployment, ...facts } = file;
  return facts;
}

/** The workload that a file tells of. */
export function workloadOf(file: WorkloadFile): Workload {
  const facts = spelledFacts(file);
  return MAKERS[file.kind]({
    ...facts,
    throughput: Throughput.of(facts.throughput),
    latencyObjective: given(facts.latencyObjective, timeOf),
    recoveryTimeObjective: given(facts.recoveryTimeObjective, timeOf),
    recoveryPointObjective: given(facts.recoveryPointObjective, timeOf),
    lookupTime: given(facts.lookupTime, timeOf),
    expectedState: given(facts.expectedState, sizeOf),
    stateTimeToLive: given(facts.stateTimeToLive, timeOf),
    keySkew: given(facts.keySkew, keySkewOf),
  });
}

/** Measurements. */
export function calibrationOf(spelled: SpelledCalibration): Calibration {
  return {
    ...spelled,
    checkpointDuration: given(spelled.checkpointDuration, timeOf),
    checkpointSize: given(spelled.checkpointSize, sizeOf),
    restartTime: given(spelled.restartTime, timeOf),
  };
}

/** One node. */
export function nodeShapeOf({ cpu, memory, localDisk, networkBytesPerSecond, diskKind }: SpelledProps<NodeShape>): NodeShape {
  return { cpu: Cpu.cores(cpu), memory: sizeOf(memory), localDisk: given(localDisk, sizeOf), networkBytesPerSecond, diskKind };
}

/** What all pods may request. */
export function budgetOf({ cpu, memory }: SpelledProps<Budget>): Budget {
  return { cpu: given(cpu, Cpu.cores), memory: given(memory, sizeOf) };
}
