import { alternativesTo } from './alternatives';
import { refuseOverBudget } from './budget';
import { planFindings } from './plan-findings';
import { PlanValues } from './plan-values';
import { podRequest } from './pod-request';
import { TuningPlan } from './tuning-plan';
import { Cpu } from '../../units/cpu';
import { Decided, Reasoned } from '../decision/decide';
import { stateSize } from '../facts/expected-state';
import { refuseFacts } from '../facts/refuse-facts';
import { SizingFacts, sizingFacts } from '../facts/sizing-facts';
import { SizingRequest } from '../facts/sizing-request';
import { StateLocation } from '../facts/state-location';
import { jobManagerCpu, jobManagerProcess } from '../memory/job-manager';
import { localDisk } from '../memory/local-disk';
import { managedMemory } from '../memory/managed-memory';
import { networkMemory, parallelismOfNetwork } from '../memory/network-memory';
import { jvmParts, taskHeap } from '../memory/process-parts';
import { backgroundThreads, bloomFilter, partitionedIndexFilters, predefinedOptions, timersOnHeap } from '../memory/rocksdb-options';
import { RocksDbTuning } from '../memory/rocksdb-tuning';
import { taskManagerCpu, taskManagerProcess } from '../memory/task-manager';
import { checkpointDuration } from '../runtime/checkpoint-duration';
import { alignedTimeout, fileMerging, incremental, localRecovery, retained, unaligned } from '../runtime/checkpoint-options';
import { checkpointInterval, checkpointTimeout, minPause } from '../runtime/checkpoint-schedule';
import { CheckpointTuning } from '../runtime/checkpoint-tuning';
import { fewestSlots } from '../runtime/fewest-slots';
import { bufferDebloating, bufferTimeout, objectReuse } from '../runtime/latency-options';
import { autoscalerNeeds, restartBackoffLimit } from '../runtime/recovery-options';
import { cpuDemand } from '../slots/cpu-demand';
import { maxParallelism } from '../slots/max-parallelism';
import { networkTraffic } from '../slots/network-traffic';
import { parallelism, taskManagers, taskSlots } from '../slots/parallelism';
import { PlacedJob } from '../slots/placed-job';
import { catchUp } from '../slots/recovery';
import { refuseRecoveryTime } from '../slots/refuse-parallelism';
import { shapeOf } from '../slots/shape';
import { stateBackendChoice } from '../slots/state-backend-choice';

/** From facts to a plan, one value after another; each line rests on those above it. */
export function derivePlan(request: SizingRequest): TuningPlan {
  refuseFacts(request);
  const facts = sizingFacts(request);
  const plan = TuningPlan._of(planValues(facts), {
    // A plan is read far less often than it is made, so it derives its explanation again when it is asked for.
    explain: () => {
      const made: Reasoned[] = [];
      planValues(facts, (decided) => made.push(decided));
      return made;
    },
    alternatives: (of) => alternativesTo(of, request, derivePlan),
  });
  refuseOverBudget(plan, request, derivePlan);
  return plan;
}

/** Keeps a decision for whoever explains the plan, and hands its value on. */
type Keep = <T>(decided: Decided<T>) => T;

function planValues(facts: SizingFacts, note?: (decided: Reasoned) => void): PlanValues {
  const { request } = facts;
  const keep: Keep = (decided) => {
    note?.(decided);
    return decided.value;
  };

  const known = stateSize(facts);
  const expectedState = ['assumed', 'from keys', 'measured'].includes(facts.state.knowledge) ? keep(known) : known.value;
  const location = keep(stateBackendChoice(facts));
  const found = shapeOf(facts, location, 'value');
  const demand = keep(cpuDemand(facts, location));
  refuseRecoveryTime(facts, location, found.taskManagers);
  keepIf(catchUp(facts, location, found.taskManagers), keep);
  const slots = keep(taskSlots(facts, found));
  const shape = { ...found, parallelism: keep(parallelism(facts, location, found)) };
  const job: PlacedJob = { facts, location, shape };
  const pods = keep(taskManagers(facts, location, shape));
  const bound = keep(maxParallelism(facts, shape.parallelism));

  const cpu = keep(taskManagerCpu(job));
  const splitByFlink = request.taskManagerMemory !== undefined;
  // State on the heap has no use for managed memory, whatever the process size.
  const managed = !splitByFlink || location === StateLocation.HEAP ? keep(managedMemory(job)) : undefined;
  const network = splitByFlink ? undefined : keep(networkMemory(job));
  const memory = keep(taskManagerProcess(job));
  if (note !== undefined && !splitByFlink) {
    [taskHeap(job), ...jvmParts(memory)].forEach(note);
  }
  const checkpoints = request.checkpoints ? checkpointTuning(job, keep) : undefined;
  const rocksDb = location === StateLocation.LOCAL_DISK ? rocksDbTuning(job, cpu, keep) : undefined;
  const hasLocalCopies = checkpoints?.localRecovery ?? false;
  const disk = location === StateLocation.HEAP && !hasLocalCopies ? undefined : keep(localDisk(job, hasLocalCopies));
  const traffic = keep(networkTraffic(job));
  const ownCpu = keep(jobManagerCpu(facts, shape.parallelism));
  const ownMemory = keep(jobManagerProcess(facts, shape.parallelism));
  const values: Omit<PlanValues, 'findings'> = {
    workload: request.workload,
    stateLocation: location,
    expectedState,
    cpuDemand: demand,
    parallelism: shape.parallelism,
    maxParallelism: bound,
    taskSlots: slots,
    taskManagers: pods,
    taskManagerCpu: cpu,
    taskManagerMemory: memory,
    taskManagerPod: podRequest(cpu, memory, request.taskManagerCompanions),
    managedMemory: managed,
    networkMemory: network,
    networkTraffic: traffic,
    localDisk: disk,
    rocksDb,
    jobManagers: request.jobManagers ?? 1,
    jobManagerCpu: ownCpu,
    jobManagerMemory: ownMemory,
    jobManagerPod: podRequest(ownCpu, ownMemory, request.jobManagerCompanions),
    checkpoints,
    bufferTimeout: keepIf(bufferTimeout(job), keep),
    bufferDebloating: keep(bufferDebloating(job)),
    objectReuse: keep(objectReuse(job)),
    restartBackoffLimit: keep(restartBackoffLimit(job)),
    autoscaler: autoscalerNeeds(job, {
      maxParallelism: bound,
      ofNetwork: network === undefined ? bound : parallelismOfNetwork(job, network),
      fewest: fewestSlots(job, disk, checkpoints?.localRecovery ?? false),
    }),
  };
  return { findings: planFindings(job, values), ...values };
}

function checkpointTuning(job: PlacedJob, keep: Keep): CheckpointTuning {
  const interval = keep(checkpointInterval(job));
  const expectedDuration = keep(checkpointDuration(job, interval));
  const isUnaligned = keep(unaligned(job));
  return {
    interval,
    expectedDuration,
    timeout: keep(checkpointTimeout(job, interval)),
    minPause: keep(minPause(job, interval)),
    incremental: keep(incremental(job)),
    unaligned: isUnaligned,
    alignedTimeout: isUnaligned ? keep(alignedTimeout(job, interval)) : undefined,
    retained: keep(retained(job)),
    fileMerging: keep(fileMerging(job)),
    localRecovery: keep(localRecovery(job)),
  };
}

function rocksDbTuning(job: PlacedJob, cpu: Cpu, keep: Keep): RocksDbTuning {
  const options = predefinedOptions(job);
  return {
    bloomFilter: keep(bloomFilter(job)),
    partitionedIndexFilters: keep(partitionedIndexFilters(job)),
    backgroundThreads: keep(backgroundThreads(job, cpu, options.value)),
    timersOnHeap: keep(timersOnHeap(job)),
    predefinedOptions: keep(options),
  };
}

function keepIf<T>(decided: Decided<T> | undefined, keep: Keep): T | undefined {
  return decided === undefined ? undefined : keep(decided);
}
