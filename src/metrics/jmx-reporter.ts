import { MetricReporter } from './metric-reporter';
import { refuseOwnPort } from './reporter-address';
import { TaggedReporterProps } from './reporter-props';
import { reporterSettings } from './reporter-settings';
import { StrategyConfig } from '../strategy/strategy-config';
import { StrategyContext } from '../strategy/strategy-context';

/** How metrics are reached as JMX beans. */
export interface JmxReporterProps extends TaggedReporterProps {
  /**
   * Port of Flink's JMX server in each pod, for `kubectl port-forward`: it knows no authentication, and whoever reaches it
   * rules the process. From 1024 to 65535 without Flink's own, or refused with `[jmx-port]`. Flink option `jmx.server.port`.
   * @default - no server: only agents inside of the process see the beans
   */
  readonly port?: number;
}

/** Makes metrics beans of JMX; the image has the reporter preinstalled. */
export class JmxReporter extends MetricReporter {
  constructor(private readonly props: JmxReporterProps = {}) {
    super();
  }

  /** Factory class, and the server if there shall be one. */
  public bind(_context: StrategyContext): StrategyConfig {
    const { name = 'jmx', port } = this.props;
    const settings = reporterSettings(name, this.props, [['factory.class', 'org.apache.flink.metrics.jmx.JMXReporterFactory', 'metrics as beans of JMX']]);
    if (port === undefined) {
      return { settings };
    }
    refuseOwnPort({ code: 'jmx-port', what: 'the port of the JMX server must be one whole number', fix: 'take 8789, or leave port out for no server' }, port);
    return {
      settings: [...settings, { key: 'jmx.server.port', value: String(port), reason: 'one fixed port; the reporter\'s own option is deprecated' }],
      pods: { ports: [{ name: 'jmx', port }] },
    };
  }
}
