import { Duration } from 'cdk8s';
import { FlinkSetting } from '../flink/configuration/setting';
import { Refusal, shown } from '../refusal';
import { isTellable, millisecondsOf, renderDuration } from '../units/flink-duration';
import { INT_MAX } from '../units/java-number';
import { isWhole } from '../units/whole-number';

/** A setting of a value that was given, or none. */
export function given(key: string, value: string | undefined, reason: string): FlinkSetting[] {
  return value === undefined ? [] : [{ key, value, reason }];
}

/** A whole number as Flink reads it. */
export function count(property: string, value: number | undefined, least = 1, most = INT_MAX): string | undefined {
  const allowed = `a whole number, ${least} ${most === INT_MAX ? 'and more' : `to ${most}`}`;
  return checked(property, value, (number) => isWhole(number, least, most), allowed);
}

/** A decimal from a least value to a most, both included. */
export function share(property: string, value: number | undefined, least = 0, most = 1): string | undefined {
  const allowed = most === Infinity ? `${least} and more` : `${least} to ${most}`;
  return checked(property, value, (number) => Number.isFinite(number) && number >= least && number <= most, allowed);
}

/** A time in whole milliseconds. */
export function time(property: string, value: Duration | undefined, least = 1): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (!isTellable(value, least)) {
    throw outOfRange(property, `${millisecondsOf(value)} ms`, least === 0 ? 'none or more, in whole milliseconds' : 'above zero, in whole milliseconds');
  }
  return renderDuration(value);
}

export function outOfRange(property: string, got: string, allowed: string, fix = 'move it into the range, or leave it out'): Refusal {
  return new Refusal({ code: 'scaling-value', what: `${property} is out of its range`, got, allowed, fix });
}

/** A property whose option another release, or another line of Flink, has. */
export function refuseOfOtherVersion(property: string, value: unknown, has: boolean, got: string, allowed: string): void {
  if (value !== undefined && !has) {
    throw new Refusal({
      code: 'scaling-option-of-other-version',
      what: `${property} stands for an option that is not read here`,
      got,
      allowed,
      fix: 'leave it out, or use a version that has it',
    });
  }
}

function checked(property: string, value: number | undefined, inRange: (value: number) => boolean, allowed: string): string | undefined {
  if (value !== undefined && !(typeof value === 'number' && inRange(value))) {
    throw outOfRange(property, shown(value), allowed);
  }
  return value === undefined ? undefined : String(value);
}
