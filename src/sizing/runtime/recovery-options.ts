import { Duration } from 'cdk8s';
import { AutoscalerNeeds } from './autoscaler-needs';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { describeObjectives } from '../facts/objectives';
import { PlacedJob } from '../slots/placed-job';
import { downtimeSeconds } from '../slots/recovery';

/** Flink's own, in seconds. */
const LONGEST_BACKOFF = 60;
/** The autoscaler's own `job.autoscaler.catch-up.duration`, in seconds. */
const CATCH_UP = 1800;

/** The longest pause between two attempts to restart; they begin at a second and grow by half. */
export function restartBackoffLimit({ facts }: PlacedJob): Decided<Duration> {
  const objective = facts.given.recoveryTimeObjective?.toMilliseconds() ?? Infinity;
  const seconds = Math.max(1, Math.min(LONGEST_BACKOFF, Math.floor(objective / 10_000)));
  return new Decided('restart-backoff-limit', Duration.seconds(seconds), undefined, Amount._duration, () => ({
    title: 'Restart backoff limit',
    low: Duration.seconds(Math.min(seconds, 10)),
    high: Duration.seconds(300),
    reason: 'restarts for ever, with pauses that grow to this, so that a failing dependency is not hammered and a short outage is soon over',
    inputs: describeObjectives(facts),
    rule: 'exponential-delay-within-the-recovery-time',
    source: 'Flink option restart-strategy.exponential-delay.max-backoff: 1 min since 1.19, 5 min before; the tenth of the objective is our assumption',
  }));
}

/** What the pods of a plan can bear, as slots. */
export interface SlotBounds {
  readonly maxParallelism: number;
  /** By network memory. */
  readonly ofNetwork: number;
  /** By the state. */
  readonly fewest: number;
}

export function autoscalerNeeds({ facts, location, shape }: PlacedJob, { maxParallelism, ofNetwork, fewest }: SlotBounds): AutoscalerNeeds {
  const { assume, given: { sourcePartitions, recoveryTimeObjective } } = facts;
  const down = Math.ceil(downtimeSeconds(facts, location, shape.taskManagers));
  const left = recoveryTimeObjective === undefined ? CATCH_UP : Math.max(1, Math.floor(recoveryTimeObjective.toMilliseconds() / 1000) - down);
  const networkParallelism = Math.max(shape.parallelism, Math.min(maxParallelism, ofNetwork));
  return {
    targetUtilization: assume.targetUtilization.value,
    minParallelism: fewest,
    maxParallelism: Math.min(networkParallelism, sourcePartitions ?? maxParallelism),
    networkParallelism,
    restartTime: Duration.seconds(down),
    catchUpDuration: Duration.seconds(left),
  };
}
