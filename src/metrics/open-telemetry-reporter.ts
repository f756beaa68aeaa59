import { Duration } from 'cdk8s';
import { MetricReporter } from './metric-reporter';
import { PushingReporterProps, TaggedReporterProps } from './reporter-props';
import { reporterSettings } from './reporter-settings';
import { FlinkVersion } from '../flink/flink-version';
import { Refusal, shown } from '../refusal';
import { StrategyConfig } from '../strategy/strategy-config';
import { StrategyContext } from '../strategy/strategy-context';
import { renderDuration } from '../units/flink-duration';
import { isWhole } from '../units/whole-number';

/** How OTLP is spoken. */
export enum OpenTelemetryProtocol {
  /** Over gRPC, usually on port 4317; all that Flink had before 2.3. */
  GRPC = 'gRPC',
  /** Over HTTP, usually on port 4318 under the path `/v1/metrics`; from Flink 2.3. */
  HTTP = 'HTTP',
}

/** Where the collector is. */
export interface OpenTelemetryReporterProps extends TaggedReporterProps, PushingReporterProps {
  /**
   * URL of the collector: `http://collector.monitoring:4317` for gRPC, without a path; for HTTP with its whole path,
   * which Flink does not add. Refused with `[otel-endpoint]`. Flink option `metrics.reporter.<name>.exporter.endpoint`.
   */
  readonly endpoint: string;
  /**
   * How OTLP is spoken. Flink option `metrics.reporter.<name>.exporter.protocol`.
   * @default OpenTelemetryProtocol.GRPC
   */
  readonly protocol?: OpenTelemetryProtocol;
  /**
   * How long one report may take. Flink option `metrics.reporter.<name>.exporter.timeout`.
   * @default - OpenTelemetry's own
   */
  readonly timeout?: Duration;
  /**
   * Compresses the reports with gzip; from Flink 2.3. Flink option `metrics.reporter.<name>.exporter.compression`.
   * @default false
   */
  readonly gzip?: boolean;
  /**
   * Metrics in one report, from 1, for a collector that bounds the size of a message; from Flink 2.3. Refused with `[otel-batch-size]`.
   * Flink option `metrics.reporter.<name>.batch.size`.
   * @default - all of them
   */
  readonly batchSize?: number;
  /**
   * Resource attribute `service.name`. Flink option `metrics.reporter.<name>.service.name`.
   * @default - the name of the cluster
   */
  readonly serviceName?: string;
  /**
   * Resource attribute `service.version`. Flink option `metrics.reporter.<name>.service.version`.
   * @default - none
   */
  readonly serviceVersion?: string;
}

/**
 * Sends metrics to an OpenTelemetry collector, which may have the keys of the services behind it. Flink 2.0 and newer;
 * their images have the reporter preinstalled.
 */
export class OpenTelemetryReporter extends MetricReporter {
  constructor(private readonly props: OpenTelemetryReporterProps) {
    super();
  }

  /** Factory class, endpoint, and who reports. */
  public bind(context: StrategyContext): StrategyConfig {
    const { name: clusterName, flinkVersion } = context;
    const { name = 'otel', endpoint, protocol = OpenTelemetryProtocol.GRPC, timeout, gzip, batchSize, serviceName, serviceVersion } = this.props;
    refuseEndpoint(endpoint, protocol);
    refuseBatchSize(batchSize);
    const needsNewer = protocol === OpenTelemetryProtocol.HTTP || gzip === true || batchSize !== undefined;
    return {
      since: needsNewer ? FlinkVersion.V2_3 : FlinkVersion.V2_0,
      settings: reporterSettings(name, this.props, [
        ['factory.class', 'org.apache.flink.metrics.otel.OpenTelemetryMetricReporterFactory', 'metrics for an OpenTelemetry collector'],
        ['exporter.endpoint', endpoint, 'where the collector is'],
        // Older ones do not know the option; newer ones warn without it.
        ['exporter.protocol', flinkVersion.isAtLeast(FlinkVersion.V2_3) ? protocol : undefined, 'how OTLP is spoken'],
        ['exporter.timeout', timeout && renderDuration(timeout), 'how long one report may take'],
        ['exporter.compression', gzip ? 'gzip' : undefined, 'smaller reports'],
        ['batch.size', batchSize, 'metrics in one report'],
        ['service.name', serviceName ?? clusterName, 'who reports'],
        ['service.version', serviceVersion, 'which of its versions reports'],
      ]),
    };
  }
}

function refuseEndpoint(endpoint: string, protocol: OpenTelemetryProtocol): void {
  const overHttp = protocol === OpenTelemetryProtocol.HTTP;
  const pattern = overHttp ? /^https?:\/\/[^\s/@?#]+\/[^\s@?#]+$/ : /^https?:\/\/[^\s/@?#]+\/?$/;
  if (typeof endpoint !== 'string' || !pattern.test(endpoint)) {
    throw new Refusal({
      code: 'otel-endpoint',
      what: `endpoint of OpenTelemetryReporter has the wrong form for ${protocol}`,
      // What stands before an @ or behind a question mark may be a secret.
      got: /[@?]/.test(String(endpoint)) ? 'a URL that may hold credentials' : shown(endpoint),
      allowed: overHttp ? 'a URL with http or https and the whole path' : 'a URL with http or https, host and port, without a path',
      fix: overHttp ? 'for example "http://collector.monitoring:4318/v1/metrics"' : 'for example "http://collector.monitoring:4317"',
    });
  }
}

function refuseBatchSize(batchSize: number | undefined): void {
  if (batchSize !== undefined && !isWhole(batchSize, 1)) {
    throw new Refusal({
      code: 'otel-batch-size',
      what: 'batchSize of OpenTelemetryReporter is no number of metrics',
      got: shown(batchSize),
      allowed: 'a whole number from 1 to 2147483647',
      fix: 'leave it out for all metrics in one report',
    });
  }
}
