import { Size, SizeRoundingBehavior } from 'cdk8s';
import { CheckpointingMode } from '../checkpointing/checkpointing';
import { OperatorVersion } from '../operator/operator-version';
import { Refusal } from '../refusal';
import { TunedFlinkDeploymentProps } from './tuned-flink-deployment-props';
import { SizingRequest } from '../sizing/facts/sizing-request';
import { StateBackendDecisions } from '../state/state-backend';
import { MemorySize } from '../units/memory-size';
import { DiskKind } from '../workload/node-shape';

/** What the plan is made from. */
export function sizingRequest(props: TunedFlinkDeploymentProps): SizingRequest {
  const { checkpointing: { enabled, schedule }, jobManager, taskManager, stateBackend } = props;
  return {
    workload: props.workload,
    flinkVersion: props.flinkVersion,
    checkpoints: enabled,
    calibration: props.calibration,
    assumptions: props.assumptions,
    nodeShape: props.nodeShape,
    budget: props.budget,
    stateLocation: stateBackend?.location,
    parallelism: props.parallelism,
    maxParallelism: props.maxParallelism,
    taskSlots: taskManager?.taskSlots,
    taskManagerCpu: taskManager?.cpu,
    taskManagerMemory: wholeMebibytes('taskManager.memory', taskManager?.memory),
    jobManagerCpu: jobManager?.cpu,
    jobManagerMemory: wholeMebibytes('jobManager.memory', jobManager?.memory),
    checkpointInterval: schedule.interval,
    checkpointTimeout: schedule.timeout,
    minPauseBetweenCheckpoints: schedule.minPause,
    retainedCheckpoints: schedule.retained,
    unalignedCheckpoints: schedule.unaligned,
    concurrentCheckpoints: schedule.maxConcurrent,
    atLeastOnce: schedule.mode === CheckpointingMode.AT_LEAST_ONCE,
    ...decidedByBackend(stateBackend?.decisions),
  };
}

/** The decisions of the plan that belong to a state backend. */
function decidedByBackend(decisions: StateBackendDecisions = {}): Partial<SizingRequest> {
  const { disk } = decisions;
  return {
    incrementalCheckpoints: decisions.incremental,
    localRecovery: decisions.localRecovery,
    bloomFilter: decisions.bloomFilter,
    partitionedIndexFilters: decisions.partitionedIndexFilters,
    timersOnHeap: decisions.timersOnHeap,
    backgroundThreads: decisions.backgroundThreads,
    predefinedOptions: decisions.predefinedOptions,
    localDisk: wholeMebibytes('size of the LocalDisk', disk?.size),
    diskKind: disk?.onLocalSsd === true ? DiskKind.LOCAL_SSD : undefined,
  };
}

/** Refuses properties that are each possible but not together. */
export function refuseContradictions(props: TunedFlinkDeploymentProps, operator: OperatorVersion): void {
  const { workload, checkpointing, flinkVersion } = props;
  if (workload.stateful && !checkpointing.enabled) {
    throw new Refusal({
      code: 'stateful-without-checkpoints',
      what: 'a stateful workload without checkpoints loses its state with any failure and any upgrade',
      got: `${workload.kind} with Checkpointing.disabled`,
      allowed: 'checkpoints, or a workload without state',
      fix: 'use S3Checkpointing or PersistentVolumeCheckpointing',
    });
  }
  if (!operator.newestFlink.isAtLeast(flinkVersion)) {
    throw new Refusal({
      code: 'operator-too-old',
      what: 'this operator does not know this Flink',
      got: `${flinkVersion} on ${operator}`,
      allowed: `up to ${operator.newestFlink}`,
      fix: 'upgrade the operator and say so in operatorVersion, or use an older Flink',
    });
  }
}

/** Requests are written in whole mebibytes, which Flink, the operator and Kubernetes read alike. */
function wholeMebibytes(property: string, size: Size | undefined): MemorySize | undefined {
  if (size === undefined) {
    return undefined;
  }
  const mebibytes = size.toMebibytes({ rounding: SizeRoundingBehavior.NONE });
  if (!Number.isInteger(mebibytes)) {
    throw new Refusal({
      code: 'memory-not-whole',
      what: `${property} is not a whole number of mebibytes`,
      got: `${mebibytes} MiB`,
      allowed: 'whole mebibytes: Flink rounds a pod\'s request down to them and would believe it had more',
      fix: 'use Size.mebibytes(…) or Size.gibibytes(…) with a whole number',
    });
  }
  return MemorySize.ofMebibytes(mebibytes);
}
