import type { TuningPlan } from './tuning-plan';

/** A neighbour of a plan: the same facts with one choice made otherwise. */
export interface PlanAlternative {
  /** What is done otherwise, for example `slots 77% busy instead of 65%`. */
  readonly title: string;
  /** True when it asks for less than the plan. */
  readonly cheaper: boolean;
  /** What it costs or saves, over all pods, for example `2 cores and 3,072 MiB less`. */
  readonly cost: string;
  /** What it risks, or what it makes safer. */
  readonly risk: string;
  /** All of it. */
  readonly plan: TuningPlan;
}
