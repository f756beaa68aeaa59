import { MetricReporter } from './metric-reporter';
import { refuseOwnPort } from './reporter-address';
import { TaggedReporterProps } from './reporter-props';
import { refuseName, reporterSettings } from './reporter-settings';
import { StrategyConfig } from '../strategy/strategy-config';
import { StrategyContext } from '../strategy/strategy-context';

/** How Prometheus reaches the metrics. */
export interface PrometheusReporterProps extends TaggedReporterProps {
  /**
   * The one port of JobManager and TaskManager alike, declared in their pods under the name `prometheus`.
   * A range would leave the pod's declaration guessing: each pod has a network namespace of its own, so nothing collides.
   * From 1024 to 65535 without Flink's own (6122 to 6125, 8081), or refused with `[prometheus-port]`.
   * A second reporter needs a port and a name of its own, of which the latter also names its port: at most 15 lower-case
   * letters, digits and dashes, or refused with `[reporter-name]`.
   * @default 9249
   */
  readonly port?: number;
  /**
   * Replaces what is not a letter, a digit, `:` or `_` in the values of labels. Flink option `filterLabelValueCharacters`.
   * @default true
   */
  readonly filterLabelValueCharacters?: boolean;
}

/** Serves metrics for Prometheus to scrape; the image has the reporter preinstalled. */
export class PrometheusReporter extends MetricReporter {
  /** The port that serves the metrics. */
  public readonly port: number;
  /** The name under which the pods declare the port. */
  public readonly portName: string;

  constructor(private readonly props: PrometheusReporterProps = {}) {
    super();
    this.port = props.port ?? 9249;
    this.portName = props.name ?? 'prometheus';
  }

  /** Factory class, port, and the port's declaration in the pods. */
  public bind(_context: StrategyContext): StrategyConfig {
    refuseName(this.portName, /^(?=.*[a-z])(?!.*--)[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$/,
      'at most 15 lower-case letters, digits and single dashes, which also name the port of the pods');
    refuseOwnPort({ code: 'prometheus-port', what: 'the port of the Prometheus reporter must be one whole number', fix: 'leave port out for 9249' }, this.port);
    return {
      settings: reporterSettings(this.props.name ?? 'prom', this.props, [
        ['factory.class', 'org.apache.flink.metrics.prometheus.PrometheusReporterFactory', 'metrics for Prometheus to scrape'],
        ['port', this.port, 'one fixed port, declared in the pods'],
        ['filterLabelValueCharacters', this.props.filterLabelValueCharacters, 'what becomes of other characters in labels'],
      ]),
      pods: { ports: [{ name: this.portName, port: this.port }] },
    };
  }
}
