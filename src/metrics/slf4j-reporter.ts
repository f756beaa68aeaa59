import { MetricReporter } from './metric-reporter';
import { DelimitedReporterProps, PushingReporterProps } from './reporter-props';
import { reporterSettings } from './reporter-settings';
import { StrategyConfig } from '../strategy/strategy-config';
import { StrategyContext } from '../strategy/strategy-context';

/** What is written into the log, and how often. */
export interface Slf4jReporterProps extends DelimitedReporterProps, PushingReporterProps {}

/** Writes metrics into the log, all of them in one entry; the image has the reporter preinstalled. */
export class Slf4jReporter extends MetricReporter {
  constructor(private readonly props: Slf4jReporterProps = {}) {
    super();
  }

  /** Factory class alone. */
  public bind(_context: StrategyContext): StrategyConfig {
    return {
      settings: reporterSettings(this.props.name ?? 'slf4j', this.props, [
        ['factory.class', 'org.apache.flink.metrics.slf4j.Slf4jReporterFactory', 'metrics in the log'],
      ]),
    };
  }
}
