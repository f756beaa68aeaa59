import { isQuartzCron } from './quartz-cron';
import { parseJavaInt } from '../../units/java-number';
import { stripAsJava } from '../../units/java-text';

const MOST_PARTS = [23, 59, 59, 999];

/** Whether the autoscaler accepts one entry of `excluded.periods`: a daily range, a cron expression, or one of each. */
export function isExcludedPeriod(entry: string): boolean {
  const parts = splitAsJava(entry, '&&').map(stripAsJava);
  if (parts.length > 2) {
    return false;
  }
  const daily = parts.map(isDailyRange);
  const cron = parts.map(isQuartzCron);
  return parts.every((_, index) => daily[index] || cron[index])
    && (parts.length !== 2 || (daily.includes(true) && cron.includes(true)));
}

/** `9:30-10:50:20`, within one day. */
function isDailyRange(text: string): boolean {
  const ends = splitAsJava(text, '-');
  const [from, to] = ends.map(milliseconds);
  return ends.length === 2 && from !== undefined && to !== undefined && from < to;
}

function milliseconds(time: string): number | undefined {
  const parts = time.split(':').filter((part) => part !== '').map(parseJavaInt);
  const inRange = parts.length >= 2 && parts.length <= 4
    && parts.every((part, index) => part !== undefined && part >= 0 && part <= MOST_PARTS[index]);
  if (!inRange) {
    return undefined;
  }
  const [hours, minutes, seconds = 0, millis = 0] = parts as number[];
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + millis;
}

/** Java's `split` leaves out what is empty at the end, unless there is nothing to split. */
function splitAsJava(text: string, separator: string): string[] {
  const parts = text.split(separator);
  if (parts.length === 1) {
    return parts;
  }
  while (parts.length > 0 && parts[parts.length - 1] === '') {
    parts.pop();
  }
  return parts;
}
