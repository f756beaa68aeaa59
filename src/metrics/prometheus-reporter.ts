import { MetricReporter } from './metric-reporter';
import { Refusal, shown } from '../refusal';
import { StrategyConfig } from '../strategy/strategy-config';
import { StrategyContext } from '../strategy/strategy-context';

/** RPC of both roles, blob server, queryable state, REST. */
const FLINK_PORTS = [6122, 6123, 6124, 6125, 8081];

/** How Prometheus reaches the metrics. */
export interface PrometheusReporterProps {
  /**
   * The one port of JobManager and TaskManager alike, declared in their pods under the name `prometheus`.
   * A range would leave the pod's declaration guessing: each pod has a network namespace of its own, so nothing collides.
   * From 1024 to 65535 without Flink's own (6122 to 6125, 8081), or refused with `[prometheus-port]`.
   * @default 9249
   */
  readonly port?: number;
}

/** Serves metrics for Prometheus to scrape; the image has the reporter preinstalled. */
export class PrometheusReporter extends MetricReporter {
  /** The port that serves the metrics. */
  public readonly port: number;

  constructor(props: PrometheusReporterProps = {}) {
    super();
    this.port = props.port ?? 9249;
  }

  /** Factory class, port, and the port's declaration in the pods. */
  public bind(_context: StrategyContext): StrategyConfig {
    if (!(Number.isSafeInteger(this.port) && this.port >= 1024 && this.port <= 65_535) || FLINK_PORTS.includes(this.port)) {
      throw new Refusal({
        code: 'prometheus-port',
        what: 'the port of the Prometheus reporter must be one whole number',
        got: shown(this.port),
        allowed: '1024 to 65535 without Flink\'s own, 6122 to 6125 and 8081; the image does not run as root',
        fix: 'leave port out for 9249',
      });
    }
    return {
      settings: [
        {
          key: 'metrics.reporter.prom.factory.class',
          value: 'org.apache.flink.metrics.prometheus.PrometheusReporterFactory',
          reason: 'metrics for Prometheus to scrape',
        },
        { key: 'metrics.reporter.prom.port', value: String(this.port), reason: 'one fixed port, declared in the pods' },
      ],
      pods: { ports: [{ name: 'prometheus', port: this.port }] },
    };
  }
}
