import { Duration } from 'cdk8s';
import { FlinkSettings } from '../flink/configuration/flink-settings';
import { readTime } from '../flink/configuration/option-reading';
import { Refusal, refusalIn } from '../refusal';
import { derivePlan } from '../sizing/plan/derive-plan';
import { PlanFinding } from '../sizing/plan/plan-finding';
import { RequestedPlan } from '../sizing/plan/plan-settings';
import { grouped } from '../units/grouped-number';

/** The tuning chapter §5: an interval of 1.5 durations at least, a timeout of 2 to 10. */
const [LEAST_OF_INTERVAL, LEAST_OF_TIMEOUT] = [1.5, 2];
const NANOSECONDS = 1e9;
const OPTIONS = ['interval', 'timeout', 'min-pause'];

/** What one is to know of a schedule of one's own, by properties or raw; a measured duration makes it certain, and is refused. */
export function scheduleFindings(settings: FlinkSettings, requested: RequestedPlan): PlanFinding[] {
  const seconds = (option: string) => Number(readTime(settings, `execution.checkpointing.${option}`, 0n)) / NANOSECONDS;
  // What cannot be read is refused by a rule.
  if (requested.plan.checkpoints === undefined || refusalIn(() => OPTIONS.map(seconds)) !== undefined || seconds('interval') === 0) {
    return [];
  }
  const [interval, timeout, pause] = OPTIONS.map(seconds);
  const measured = requested.request.calibration?.checkpointDuration;
  const duration = (measured ?? expectedDuration(requested, interval)).toMilliseconds() / 1000;
  if (measured !== undefined && (interval < duration || timeout < duration)) {
    const [property, given] = interval < duration ? ['interval', interval] : ['timeout', timeout];
    throw new Refusal({
      code: 'checkpoint-schedule',
      what: `the checkpoint ${property} is shorter than a checkpoint was measured to take`,
      got: `${given} s, and ${duration} s as calibration.checkpointDuration`,
      allowed: `${Math.ceil(duration * (property === 'interval' ? LEAST_OF_INTERVAL : LEAST_OF_TIMEOUT))} s and more`,
      fix: `leave ${property} out to have it derived`,
    });
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
function expectedDuration({ request, plan }: RequestedPlan, interval: number): Duration {
  const checkpointInterval = Duration.millis(Math.round(interval * 1000));
  const planned = plan.checkpoints!.interval.toMilliseconds() === checkpointInterval.toMilliseconds();
  return (planned ? plan : derivePlan({ ...request, checkpointInterval })).checkpoints!.expectedDuration;
}
