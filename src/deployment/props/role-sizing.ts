import { Size } from 'cdk8s';
import { PodContribution } from '../../pods/pod-contribution';
import { Cpu } from '../../units/cpu';

/** Size of the JobManager; what is left out is derived. */
export interface JobManagerSizing {
  /**
   * Process memory, which is request and limit of the pod. Whole mebibytes.
   * @default - derived by the plan from the tasks, 1 GiB or more
   */
  readonly memory?: Size;
  /**
   * CPU, request and limit of the pod.
   * @default - derived by the plan, one core
   */
  readonly cpu?: Cpu;
  /**
   * What the JobManagers' pods get beside what both roles get.
   * @default - nothing
   */
  readonly pods?: PodContribution;
}

/** Size of a TaskManager; what is left out is derived. */
export interface TaskManagerSizing {
  /**
   * Process memory, which is request and limit of the pod. Whole mebibytes. Given, Flink splits it by its own
   * fractions, with managed memory at zero for state on the heap.
   * @default - derived by the plan from heap, state and buffers
   */
  readonly memory?: Size;
  /**
   * CPU, request and limit of the pod.
   * @default - derived by the plan from the slots
   */
  readonly cpu?: Cpu;
  /**
   * Task slots, from 1.
   * @default - derived by the plan, one or two
   */
  readonly taskSlots?: number;
  /**
   * What the TaskManagers' pods get beside what both roles get.
   * @default - nothing
   */
  readonly pods?: PodContribution;
}
