import type { TuningPlan } from './tuning-plan';

/** A neighbour of a plan: the same facts with one choice made otherwise, derived anew. */
export interface PlanAlternative {
  /** What is done otherwise, for example `slots 77% busy on average instead of 65%`. No two alternatives of a plan share it. */
  readonly title: string;
  /** True when it asks for no more CPU, memory and disk than the plan, over all pods, and for less of one of them. */
  readonly cheaper: boolean;
  /** What it costs or saves over all pods, in cores, MiB of memory and GiB of disk, for example `2 cores less, 3,072 MiB of memory less`. */
  readonly cost: string;
  /** What it risks, or what it makes safer; the findings that its plan has and this one has not. */
  readonly risk: string;
  /** What to set for it, for example `assumptions.targetUtilization 0.77`. */
  readonly how: string;
  /** All of it. */
  readonly plan: TuningPlan;
}
