import { MetricReporter } from './metric-reporter';
import { refuseAddress } from './reporter-address';
import { DelimitedReporterProps, PushingReporterProps } from './reporter-props';
import { reporterSettings } from './reporter-settings';
import { StrategyConfig } from '../strategy/strategy-config';
import { StrategyContext } from '../strategy/strategy-context';

/** Where StatsD listens. */
export interface StatsDReporterProps extends DelimitedReporterProps, PushingReporterProps {
  /**
   * DNS name or IPv4 address, resolved once when the process starts. Refused with `[reporter-address]`.
   * Flink option `metrics.reporter.<name>.host`.
   */
  readonly host: string;
  /**
   * From 1 to 65535, or refused with `[reporter-address]`. Flink option `metrics.reporter.<name>.port`.
   * @default 8125
   */
  readonly port?: number;
}

/**
 * Sends metrics to StatsD, or to an agent that speaks its protocol, such as Datadog's, as gauges over UDP. The agent has
 * the key of the service behind it, so that the cluster needs none; the image has the reporter preinstalled.
 */
export class StatsDReporter extends MetricReporter {
  constructor(private readonly props: StatsDReporterProps) {
    super();
  }

  /** Factory class and address. */
  public bind(_context: StrategyContext): StrategyConfig {
    const { name = 'statsd', host, port = 8125 } = this.props;
    refuseAddress('StatsDReporter', host, port);
    return {
      settings: reporterSettings(name, this.props, [
        ['factory.class', 'org.apache.flink.metrics.statsd.StatsDReporterFactory', 'metrics for StatsD'],
        ['host', host, 'where StatsD listens'],
        ['port', port, 'where StatsD listens'],
      ]),
    };
  }
}
