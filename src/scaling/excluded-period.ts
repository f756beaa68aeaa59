import { isExcludedPeriod } from '../operator/admission/excluded-periods';
import { isQuartzCron } from '../operator/admission/quartz-cron';
import { Refusal, shown } from '../refusal';

/** What a cron expression is made of; a `;` would end the entry of the list. */
const CRON_SIGNS = /^[A-Za-z0-9*?/,#\- \t]+$/;

/** A time in which the autoscaler does not rescale, in the time zone of the operator's pod, which is UTC unless the image says otherwise. */
export class ExcludedPeriod {
  /**
   * Each day from one time to another, both `HH:MM` or `HH:MM:SS`. A period over midnight is two.
   * Refused with `[excluded-period]`: a time that there is not, an end that is not after the start.
   */
  public static daily(start: string, end: string): ExcludedPeriod {
    const entry = `${start}-${end}`;
    if (!/^[0-9:]+-[0-9:]+$/.test(entry) || !isExcludedPeriod(entry)) {
      throw refusedPeriod(entry, 'two times of one day, the earlier first', 'for example ExcludedPeriod.daily("09:00", "12:30"); over midnight, two of them');
    }
    return new ExcludedPeriod(entry);
  }

  /**
   * All instants that a cron expression of Quartz matches, seconds first: `* * 9-11 * * ?` is 9:00:00 to 11:59:59.
   * Refused with `[excluded-period]`: what Quartz cannot read, and seconds other than `*`, which would match single seconds of each minute.
   */
  public static cron(expression: string): ExcludedPeriod {
    return new ExcludedPeriod(cronPart(expression));
  }

  /**
   * A daily time on the days that a cron expression matches: `ExcludedPeriod.dailyWhen('09:30', '10:45', '* * * ? * MON-FRI')`.
   * Refused as each of its two parts is.
   */
  public static dailyWhen(start: string, end: string, cron: string): ExcludedPeriod {
    return new ExcludedPeriod(`${ExcludedPeriod.daily(start, end)._text} && ${cronPart(cron)}`);
  }

  private constructor(
    /**
     * As an entry of `job.autoscaler.excluded.periods`.
     * @internal
     */
    public readonly _text: string,
  ) {}
}

function cronPart(expression: string): string {
  const [seconds] = String(expression).trim().split(/[ \t]+/);
  if (typeof expression !== 'string' || !CRON_SIGNS.test(expression) || !isQuartzCron(expression) || seconds !== '*') {
    throw refusedPeriod(expression, 'a cron expression of Quartz with 6 or 7 positions, the first of them *', 'for example "* * 9-11 * * ?", 9:00:00 to 11:59:59 every day');
  }
  return expression.trim();
}

function refusedPeriod(got: string, allowed: string, fix: string): Refusal {
  return new Refusal({ code: 'excluded-period', what: 'this is no period that the autoscaler could leave out', got: shown(got), allowed, fix });
}
