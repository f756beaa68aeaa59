import { checkpointInterval, checkpointTimeout } from './checkpoint-schedule';
import { cpuDemand } from './cpu-demand';
import { Decided, Reasoned } from './decide';
import { jobManagerCpu, jobManagerProcess } from './job-manager';
import { maxParallelism, parallelism, taskManagers, taskSlots } from './parallelism';
import { PlanValues } from './plan-values';
import { SizingRequest } from './sizing-request';
import { stateBackendChoice } from './state-backend-choice';
import { StateLocation } from './state-location';
import { managedMemory, networkMemory, taskManagerCpu, taskManagerProcess } from './task-manager';
import { TuningPlan } from './tuning-plan';
import { refuseWorkload } from '../workload/refuse-workload';

/** From facts to a plan, one value after another; each line rests on those above it. */
export function derivePlan(request: SizingRequest): TuningPlan {
  refuseWorkload(request.workload);
  // A plan is read far less often than it is made, so it derives its explanation again when it is asked for.
  return TuningPlan._of(planValues(request, () => {}), () => {
    const made: Reasoned[] = [];
    planValues(request, (decided) => made.push(decided));
    return made;
  });
}

function planValues(request: SizingRequest, note: (decided: Reasoned) => void): PlanValues {
  const { workload, checkpoints } = request;
  const keep = <T>(decided: Decided<T>): T => {
    note(decided);
    return decided.value;
  };

  const demand = keep(cpuDemand(workload));
  const slots = keep(taskSlots(request, demand));
  const decidedParallelism = parallelism(request, demand, slots);
  const atParallelism = keep(decidedParallelism);
  const pods = keep(taskManagers(decidedParallelism, slots));
  const bound = keep(maxParallelism(request, atParallelism));
  const location = keep(stateBackendChoice(request));

  const share = { workload, location, taskSlots: slots, parallelism: atParallelism };
  const splitByFlink = request.taskManagerMemory !== undefined;
  return {
    workload,
    parallelism: atParallelism,
    maxParallelism: bound,
    taskSlots: slots,
    taskManagers: pods,
    stateLocation: location,
    taskManagerCpu: keep(taskManagerCpu(request, share, demand)),
    // State on the heap has no use for managed memory, whatever the process size.
    managedMemory: !splitByFlink || location === StateLocation.HEAP ? keep(managedMemory(share)) : undefined,
    networkMemory: splitByFlink ? undefined : keep(networkMemory(share)),
    taskManagerMemory: keep(taskManagerProcess(request, share)),
    jobManagerCpu: keep(jobManagerCpu(request)),
    jobManagerMemory: keep(jobManagerProcess(request, atParallelism)),
    checkpointInterval: checkpoints ? keep(checkpointInterval(request, location, pods)) : undefined,
    checkpointTimeout: checkpoints ? keep(checkpointTimeout(request, location, pods)) : undefined,
  };
}
