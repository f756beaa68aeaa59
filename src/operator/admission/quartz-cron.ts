import { parseJavaInt } from '../../units/java-number';
import { trimAsJava } from '../../units/java-text';

/** One position of a cron expression: its numbers, the largest step, and the names that stand for numbers. */
interface Field {
  readonly low: number;
  readonly high: number;
  readonly largestStep: number;
  readonly names?: readonly string[];
  readonly day?: 'month' | 'week';
}

const SECOND: Field = { low: 0, high: 59, largestStep: 59 };
const YEAR: Field = { low: -Infinity, high: Infinity, largestStep: Infinity };
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const FIELDS: readonly Field[] = [
  SECOND, SECOND,
  { low: 0, high: 23, largestStep: 23 },
  { low: 1, high: 31, largestStep: 31, day: 'month' },
  { low: 1, high: 12, largestStep: 12, names: MONTHS },
  { low: 1, high: 7, largestStep: 7, names: DAYS, day: 'week' },
  YEAR,
];
const REQUIRED = 6;
/** Quartz keeps `?` and `*` as numbers among the others, and reads these numbers as the signs. */
const UNSPECIFIED = 98;
const EVERY = 99;
/** A step without an end runs to a hundred years from now. */
const LAST_YEAR = 2126;
const FIRST_YEAR = 1970;

/** What is known of the days of a month and of a week once their fields are read. */
interface Days {
  readonly month: Set<number>;
  readonly week: Set<number>;
  lastOfMonth: boolean;
}

/**
 * Whether Quartz (`CronExpression`, 2.3 and 2.4) accepts an expression. Quartz reads each entry from the left and
 * ignores what it does not look at, so `5x` and `*x` pass.
 */
export function isQuartzCron(expression: string): boolean {
  const positions = expression.toUpperCase().split(/[ \t]+/).filter((text) => text !== '').slice(0, FIELDS.length);
  const days: Days = { month: new Set(), week: new Set(), lastOfMonth: false };
  const readable = positions.length >= REQUIRED && positions.every((text, index) => isPosition(trimAsJava(text), FIELDS[index], days));
  // Exactly one of the two fields of days is left open.
  return readable && days.month.has(UNSPECIFIED) !== days.week.has(UNSPECIFIED);
}

function isPosition(text: string, field: Field, days: Days): boolean {
  const listed = field.day !== undefined && text.includes('L') && text.includes(',');
  const ordinals = field.day === 'week' && text.split('#').length > 2;
  return !listed && !ordinals && text.split(',').filter((entry) => entry !== '').every((entry) => isEntry(entry, field, days));
}

function isEntry(entry: string, field: Field, days: Days): boolean {
  if (/^L(W|-[0-9]*W?)?$/.test(entry)) {
    return isLast(entry, field, days);
  }
  if (/^[A-Z]/.test(entry)) {
    return isNamed(entry, field, days);
  }
  if (/^[*/]/.test(entry)) {
    return isStepped(entry, field, days);
  }
  return entry.startsWith('?') ? isOpen(entry, field, days) : isNumbered(entry, field, days);
}

/** `L`, `LW`, `L-3`: the last day, or days before it. Positions that are not of days take it for nothing. */
function isLast(entry: string, { day }: Field, days: Days): boolean {
  if (day === 'week') {
    days.week.add(7);
  }
  if (day !== 'month') {
    return true;
  }
  days.lastOfMonth = true;
  const [, offset] = /^L-(.*)$/.exec(entry) ?? [];
  return offset === undefined || (offset !== '' && Number(/^[0-9]*/.exec(offset)![0]) <= 30);
}

/** `MON`, `MON-FRI`, `MON#2`: three letters, and only some signs after them are looked at. */
function isNamed(entry: string, { names, day }: Field, days: Days): boolean {
  if (names === undefined || !names.includes(entry.slice(0, 3))) {
    return false;
  }
  if (day === 'week') {
    days.week.add(names.indexOf(entry.slice(0, 3)) + 1);
  }
  if (entry[3] === '-') {
    return names.includes(entry.slice(4, 7));
  }
  return day !== 'week' || entry[3] !== '#' || isOrdinal(entry.slice(4));
}

function isOrdinal(text: string): boolean {
  const ordinal = parseJavaInt(text) ?? 0;
  return ordinal >= 1 && ordinal <= 5;
}

/** `?`: not for both days. */
function isOpen(entry: string, { day }: Field, days: Days): boolean {
  if (entry.length > 2 || day === undefined) {
    return false;
  }
  days[day].add(UNSPECIFIED);
  return day === 'month' || days.lastOfMonth || days.month.size > 0;
}

/** `*`, `*` with `/5` and `/5`. */
function isStepped(entry: string, field: Field, days: Days): boolean {
  const [, slash, step] = /^\*?(\/?)([^]*)$/.exec(entry)!;
  const size = slash === '' ? 1 : parseJavaInt(step);
  return size !== undefined && size <= field.largestStep && add(EVERY, undefined, size, field, days);
}

/** `5`, `5-9`, `5/10`, `5-9/2`, `15W`, `6L`, `6#3`, each with anything behind. */
function isNumbered(entry: string, field: Field, days: Days): boolean {
  const [, digits, sign = '', rest = ''] = /^([0-9]+)([^]?)([^]*)$/.exec(entry) ?? [];
  const value = digits === undefined ? undefined : parseJavaInt(digits);
  if (value === undefined) {
    return false;
  }
  if (field.day === 'week' && (sign === 'L' || sign === '#')) {
    days.week.add(value);
    return sign === 'L' ? value >= 1 && value <= 7 : isOrdinal(rest);
  }
  if (sign === 'L' || sign === '#' || sign === 'W') {
    days.month.add(value);
    return sign === 'W' && field.day === 'month' && value <= 31;
  }
  if (sign === '-') {
    return isRange(value, rest, field, days);
  }
  if (sign === '/') {
    const [, step, after] = /^([0-9]+)([^]*)$/.exec(rest) ?? [];
    const size = parseJavaInt(step ?? '');
    // Behind a step of one digit nothing may stand.
    return size !== undefined && !(step.length === 1 && after !== '') && size <= field.largestStep && add(value, undefined, size, field, days);
  }
  return add(value, undefined, 0, field, days);
}

function isRange(value: number, rest: string, field: Field, days: Days): boolean {
  const [, endText, slash, stepText] = /^([0-9]+)(\/?)([0-9]*)/.exec(rest) ?? [];
  const end = parseJavaInt(endText ?? '');
  const step = slash === '/' ? parseJavaInt(stepText) : 1;
  return end !== undefined && step !== undefined && add(value, end, step, field, days);
}

/** Whether the numbers lie in the field; for days, what they stand for is kept. */
function add(value: number, end: number | undefined, step: number, field: Field, days: Days): boolean {
  const every = value === EVERY;
  if (!every && !(value === UNSPECIFIED && field.day !== undefined) && (value < field.low || value > field.high || (end ?? 0) > field.high)) {
    return false;
  }
  if (field.day !== undefined) {
    fill(days[field.day], value, end, step, field);
  }
  return field !== YEAR || (!every && step <= 0) || (every ? FIRST_YEAR : value) <= (end ?? LAST_YEAR);
}

/** A range that ends before it starts goes round. */
function fill(set: Set<number>, value: number, end: number | undefined, step: number, field: Field): void {
  const every = value === EVERY;
  if (!every && step <= 0) {
    set.add(value);
    return;
  }
  const start = every ? field.low : value;
  const stop = end ?? field.high;
  const round = stop < start ? field.high : 0;
  for (let number = start; number <= Math.min(stop + round, EVERY + round); number += Math.max(step, 1)) {
    set.add(round === 0 ? number : number % round || round);
  }
}
