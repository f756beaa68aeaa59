import { Duration } from 'cdk8s';
import { MetricReporter, StrategyConfig, StrategyContext } from 'cdk8s-flink';

/** A reporter of one's own: metrics in the log, every so often. */
export class Slf4jReporter extends MetricReporter {
  constructor(private readonly interval: Duration) {
    super();
  }

  public bind(_context: StrategyContext): StrategyConfig {
    return {
      settings: [
        { key: 'metrics.reporter.slf4j.factory.class', value: 'org.apache.flink.metrics.slf4j.Slf4jReporterFactory', reason: 'metrics in the log' },
        { key: 'metrics.reporter.slf4j.interval', value: `${this.interval.toSeconds()}s`, reason: 'often enough to see a trend' },
      ],
    };
  }
}
