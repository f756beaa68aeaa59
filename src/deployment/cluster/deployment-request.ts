import { Size, SizeRoundingBehavior } from 'cdk8s';
import { companionsOfPods } from './companions-of-pods';
import { CheckpointingMode } from '../../checkpointing/checkpointing';
import { OperatorVersion } from '../../operator/operator-version';
import { Refusal } from '../../refusal';
import { SizingRequest } from '../../sizing/facts/sizing-request';
import { SessionRequest } from '../../sizing/session/session-request';
import { StateBackendDecisions } from '../../state/state-backend';
import { MemorySize } from '../../units/memory-size';
import { DiskKind } from '../../workload/node-shape';
import { Workload } from '../../workload/workload';
import { CompleteDeploymentProps, CompleteProps } from '../defaults/complete-props';

/** What the plan of an application is made from. */
export function sizingRequest(props: CompleteDeploymentProps): SizingRequest {
  const { workload, calibration, parallelism, maxParallelism, budget } = props;
  return { workload, calibration, parallelism, maxParallelism, budget, ...sharedRequest(props) };
}

/** What is known of the cluster, whatever runs on it. */
export function sharedRequest(props: CompleteProps): SessionRequest['shared'] {
  const { checkpointing: { enabled, schedule }, jobManager, taskManager, stateBackend } = props;
  return {
    flinkVersion: props.flinkVersion,
    checkpoints: enabled,
    assumptions: props.assumptions,
    nodeShape: props.nodeShape,
    jobManagerCompanions: companionsOfPods([...props.inherited.pods, props.pods ?? {}, jobManager?.pods ?? {}]),
    taskManagerCompanions: companionsOfPods([...props.inherited.pods, props.pods ?? {}, taskManager?.pods ?? {}]),
    stateLocation: stateBackend?.location,
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
export function refuseContradictions(workloads: Workload[], { checkpointing, flinkVersion }: CompleteProps, operator: OperatorVersion): void {
  const workload = workloads.find(({ stateful }) => stateful);
  if (workload !== undefined && !checkpointing.enabled) {
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
