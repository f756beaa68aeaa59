import { Duration } from 'cdk8s';
import { isQuartzCron } from '../operator/admission/quartz-cron';
import { Refusal, shown } from '../refusal';
import { millisecondsOf, renderDuration } from '../units/flink-duration';

/** How often the operator looks at a job, unless it is installed otherwise. */
const RECONCILE_MILLISECONDS = 60_000;

/** When the operator takes snapshots by itself: at the next look at the job that is due, and never two at once. */
export class SnapshotSchedule {
  /**
   * With this time between the starts of two. Refused with `[snapshot-schedule]` below a minute, which is how often the
   * operator looks.
   */
  public static every(interval: Duration): SnapshotSchedule {
    if (millisecondsOf(interval) < RECONCILE_MILLISECONDS) {
      throw refusal('the interval of a snapshot schedule is shorter than the operator looks', renderDuration(interval), '1min and more',
        'leave frequent snapshots to the checkpoints of the job');
    }
    return new SnapshotSchedule(renderDuration(interval));
  }

  /**
   * By a Quartz expression in the operator's time zone, with seconds first and one of the two fields of days left open:
   * `0 0 3 * * ?` is three o'clock at night. Refused with `[snapshot-schedule]`: what the operator would pass over in silence.
   */
  public static cron(expression: string): SnapshotSchedule {
    if (typeof expression !== 'string' || !isQuartzCron(expression)) {
      throw refusal('the operator cannot read this cron expression, and would take no snapshot', shown(expression),
        'six or seven fields of Quartz: seconds, minutes, hours, day of month, month, day of week, year, with ? for one of the days',
        'for three o\'clock every night: "0 0 3 * * ?"; a crontab line lacks the seconds');
    }
    return new SnapshotSchedule(expression);
  }

  private constructor(
    /** As the operator reads it. */
    public readonly expression: string,
  ) {}
}

function refusal(what: string, got: string, allowed: string, fix: string): Refusal {
  return new Refusal({ code: 'snapshot-schedule', what, got, allowed, fix });
}
