import { Refusal, shown } from '../refusal';

/** The kinds of metrics that Flink knows. */
export enum MetricType {
  /** A number that goes up and down by what is counted. */
  COUNTER = 'counter',
  /** A rate. */
  METER = 'meter',
  /** A value of the moment. */
  GAUGE = 'gauge',
  /** A distribution. */
  HISTOGRAM = 'histogram',
}

/** Which metrics a filter is about: those that match all that is given. */
export interface MetricFilterProps {
  /**
   * Logical scope, with `*` for any text, for example `*.job.task.operator` or `jobmanager.*`.
   * Letters, digits, `_`, `-`, `/`, `.` and `*`, or refused with `[metric-filter]`.
   * @default '*'
   */
  readonly scope?: string;
  /**
   * Names of metrics, with `*` for any text, of which one must match. Refused as the scope is.
   * @default - every name
   */
  readonly names?: string[];
  /**
   * Kinds of metrics, of which one must match.
   * @default - every kind
   */
  readonly types?: MetricType[];
}

/** One entry of `metrics.reporter.<name>.filter.includes` or `.excludes`. */
export class MetricFilter {
  /** Refused with `[metric-filter]`: text that Flink would read as another filter, and empty lists. */
  public static of(props: MetricFilterProps): MetricFilter {
    const { scope = '*', names = ['*'], types } = props;
    refuseEmpty('names', names);
    refuseEmpty('types', types ?? ['*']);
    refusePattern('scope', scope);
    names.forEach((name) => refusePattern('names', name));
    return new MetricFilter([scope, names.join(','), ...types === undefined ? [] : [types.join(',')]].join(':'));
  }

  private constructor(private readonly text: string) {}

  /** As Flink reads it: `<scope>:<name>[,<name>][:<type>[,<type>]]`. */
  public toString(): string {
    return this.text;
  }
}

/** Flink makes a regular expression of it, and escapes nothing but the star. */
function refusePattern(property: string, got: string): void {
  if (typeof got !== 'string' || !/^[\w\-/.*]+$/.test(got)) {
    throw refusal(`${property} of MetricFilter is no pattern that Flink takes as it stands`, shown(got));
  }
}

export function refuseEmpty(property: string, list: unknown[]): void {
  if (list.length === 0) {
    throw refusal(`${property} of a filter is empty, which would match nothing`, 'an empty list');
  }
}

function refusal(what: string, got: string): Refusal {
  return new Refusal({
    code: 'metric-filter',
    what,
    got,
    allowed: 'letters, digits, _ - / . and * for any text, at least one entry',
    fix: 'write * for any other character, a list for several names, and leave out what shall match everything',
  });
}
