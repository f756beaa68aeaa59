import { Duration } from 'cdk8s';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readTime } from '../../flink/configuration/option-reading';
import { Refusal, refusalIn } from '../../refusal';
import { derivePlan } from '../../sizing/plan/derive-plan';
import { PlanFinding } from '../../sizing/plan/plan-finding';
import { RequestedPlan } from '../../sizing/plan/plan-settings';
import { TuningPlan } from '../../sizing/plan/tuning-plan';
import { grouped } from '../../units/grouped-number';

/** The tuning chapter §5: an interval of 1.5 durations at least, a timeout of 2 to 10. */
const [LEAST_OF_INTERVAL, LEAST_OF_TIMEOUT] = [1.5, 2];
const NANOSECONDS = 1e9;
const OPTIONS = ['interval', 'timeout', 'min-pause'];

/** What one is to know of a schedule of one's own, by properties or raw; refuses one that cannot hold even at the lowest estimate. */
export function scheduleFindings(settings: FlinkSettings, requested: RequestedPlan): PlanFinding[] {
  const seconds = (option: string) => Number(readTime(settings, `execution.checkpointing.${option}`, 0n)) / NANOSECONDS;
  // What cannot be read is refused by a rule.
  if (requested.plan.checkpoints === undefined || refusalIn(() => OPTIONS.map(seconds)) !== undefined || seconds('interval') === 0) {
    return [];
  }
  const [interval, timeout, pause] = OPTIONS.map(seconds);
  const plan = planWith(requested, interval);
  const duration = plan.checkpoints!.expectedDuration.toMilliseconds() / 1000;
  const short = [['interval', interval, LEAST_OF_INTERVAL], ['timeout', timeout, LEAST_OF_TIMEOUT]] as const;
  for (const [property, given, least] of short.filter((each) => each[1] < duration)) {
    refuseBelow(leastDuration(plan), property, given, least);
  }
  const findings: [boolean, PlanFinding][] = [
    [interval < LEAST_OF_INTERVAL * duration, {
      code: 'short-checkpoint-interval',
      message: `a checkpoint is expected to take ${grouped(Math.ceil(duration))} s, and the next is due ${interval} s after its start: the job would do little else`,
      fix: `leave interval out, give it ${grouped(Math.ceil(LEAST_OF_INTERVAL * duration))} s, or measure a checkpoint and give it as calibration.checkpointDuration`,
    }],
    [timeout < LEAST_OF_TIMEOUT * duration, {
      code: 'short-checkpoint-timeout',
      message: `a checkpoint is expected to take ${grouped(Math.ceil(duration))} s and is given up after ${timeout} s, with a little backpressure too`,
      fix: `leave timeout out, give it ${grouped(Math.ceil(LEAST_OF_TIMEOUT * duration))} s, or measure a checkpoint and give it as calibration.checkpointDuration`,
    }],
    [pause > interval, {
      code: 'long-checkpoint-pause',
      message: `the pause of ${pause} s between checkpoints takes the place of the interval of ${interval} s`,
      fix: 'leave minPause out, or give the longer time as interval',
    }],
  ];
  return findings.flatMap(([found, finding]) => (found ? [finding] : []));
}

/** What changes in an interval is uploaded with it, so that a raw one is thought through again. */
function planWith({ request, plan }: RequestedPlan, interval: number): TuningPlan {
  const checkpointInterval = Duration.millis(Math.round(interval * 1000));
  return plan.checkpoints!.interval.toMilliseconds() === checkpointInterval.toMilliseconds() ? plan : derivePlan({ ...request, checkpointInterval });
}

/** In seconds, as measured or at the lower end of the estimate. */
function leastDuration({ decisions }: TuningPlan): number {
  return decisions.find(({ quantity }) => quantity === 'checkpoint-duration')!.low.value!;
}

/** Below the least that a checkpoint takes, one follows the other without end, or none ends. */
function refuseBelow(duration: number, property: string, given: number, ratio: number): void {
  if (given < duration) {
    throw new Refusal({
      code: 'checkpoint-schedule',
      what: `the checkpoint ${property} is shorter than a checkpoint takes, as measured or at its lowest estimate`,
      got: `${given} s, and a checkpoint of ${duration} s`,
      allowed: `${Math.ceil(duration * ratio)} s and more`,
      fix: `leave ${property} out to have it derived, or give what you have measured as calibration.checkpointDuration`,
    });
  }
}
