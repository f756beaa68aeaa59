import { Duration } from 'cdk8s';
import { MetricFilter } from './metric-filter';

/** What all reporters have in common. */
export interface ReporterProps {
  /**
   * Name of the reporter, unique in its cluster: it stands in the keys of all its options. Letters, digits, `-` and `_`,
   * or refused with `[reporter-name]`; used twice, with `[reporter-name-taken]`.
   * @default - the reporter's own, for example `prom`, `otel` or `statsd`
   */
  readonly name?: string;
  /**
   * The metrics that it reports. Flink option `metrics.reporter.<name>.filter.includes`.
   * @default - all
   */
  readonly includes?: MetricFilter[];
  /**
   * The metrics that it leaves out, which win over `includes`. Flink option `metrics.reporter.<name>.filter.excludes`.
   * @default - none
   */
  readonly excludes?: MetricFilter[];
}

/** Reporters that know variables, such as the job's name, as labels or tags. */
export interface TaggedReporterProps extends ReporterProps {
  /**
   * Variables that it adds to each metric, for example `{ region: 'eu-west-1' }`. Values without comma, colon, semicolon,
   * quotes and blanks, or refused with `[reporter-variable]`. Flink option `metrics.reporter.<name>.scope.variables.additional`.
   * @default - none
   */
  readonly additionalVariables?: { [name: string]: string };
  /**
   * Variables that it leaves out, for example `task_attempt_id`, which is new after each restart. Letters, digits and `_`,
   * or refused with `[reporter-variable]`. Flink option `metrics.reporter.<name>.scope.variables.excludes`.
   * @default - none
   */
  readonly excludedVariables?: string[];
}

/** Reporters that send metrics of their own accord. */
export interface PushingReporterProps extends ReporterProps {
  /**
   * How often it reports. Flink option `metrics.reporter.<name>.interval`.
   * @default Duration.seconds(10)
   */
  readonly interval?: Duration;
}

/** Reporters that name a metric by one text. */
export interface DelimitedReporterProps extends ReporterProps {
  /**
   * What stands between the parts of a metric's name. Flink option `metrics.reporter.<name>.scope.delimiter`.
   * @default '.'
   */
  readonly scopeDelimiter?: string;
}
