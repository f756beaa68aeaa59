import { SecretValue } from 'cdk8s-plus-28';
import { MetricReporter } from './metric-reporter';
import { refuseAddress } from './reporter-address';
import { PushingReporterProps, TaggedReporterProps } from './reporter-props';
import { reporterSettings } from './reporter-settings';
import { Refusal, shown } from '../refusal';
import { StrategyConfig } from '../strategy/strategy-config';
import { StrategyContext } from '../strategy/strategy-context';

/** The sites of Datadog that Flink knows. Of any other, an agent takes the metrics. */
export enum DatadogSite {
  /** `app.datadoghq.com`. */
  US = 'US',
  /** `app.datadoghq.eu`. */
  EU = 'EU',
}

/** An HTTP proxy. */
export interface DatadogProxy {
  /** DNS name or IPv4 address. Refused with `[reporter-address]`. Flink option `metrics.reporter.<name>.proxyHost`. */
  readonly host: string;
  /** From 1 to 65535, or refused with `[reporter-address]`. Flink option `metrics.reporter.<name>.proxyPort`. */
  readonly port: number;
}

/** Who pays for the metrics, and how they get there. */
export interface DatadogReporterProps extends TaggedReporterProps, PushingReporterProps {
  /** The API key in a Secret, which only the pods read. Flink option `metrics.reporter.<name>.apikey`. */
  readonly apiKey: SecretValue;
  /** Where the account is. Flink option `metrics.reporter.<name>.dataCenter`. */
  readonly site: DatadogSite;
  /**
   * A proxy on the way out.
   * @default - none
   */
  readonly proxy?: DatadogProxy;
  /**
   * Metrics in one request, from 1, or refused with `[datadog-batch-size]`; fewer where Datadog finds requests too large.
   * Flink option `metrics.reporter.<name>.maxMetricsPerRequest`.
   * @default 2000
   */
  readonly maxMetricsPerRequest?: number;
  /**
   * Names without the host, the job and the task, which tags have anyway: Datadog counts a metric by its name.
   * Flink option `metrics.reporter.<name>.useLogicalIdentifier`.
   * @default true
   */
  readonly logicalNames?: boolean;
}

/**
 * Sends metrics to Datadog's HTTP interface, from each pod. The image has the reporter preinstalled. It asks Datadog once
 * whether the key is valid: a pod that gets no answer when it starts runs without this reporter. An agent in the cluster
 * (`StatsDReporter`, `OpenTelemetryReporter`) has neither of these.
 */
export class DatadogReporter extends MetricReporter {
  constructor(private readonly props: DatadogReporterProps) {
    super();
  }

  /** Factory class, key and site. Tags are the variables of the metrics: the option `tags` is deprecated. */
  public bind(_context: StrategyContext): StrategyConfig {
    const { name = 'datadog', apiKey, site, proxy, maxMetricsPerRequest, logicalNames = true } = this.props;
    if (proxy !== undefined) {
      refuseAddress('the proxy of DatadogReporter', proxy.host, proxy.port);
    }
    refuseBatchSize(maxMetricsPerRequest ?? 1);
    return {
      settings: reporterSettings(name, this.props, [
        ['factory.class', 'org.apache.flink.metrics.datadog.DatadogHttpReporterFactory', 'metrics for Datadog'],
        ['dataCenter', site, 'where the account is'],
        ['proxyHost', proxy?.host, 'on the way out'],
        ['proxyPort', proxy?.port, 'on the way out'],
        ['maxMetricsPerRequest', maxMetricsPerRequest, 'a request that Datadog takes'],
        ['useLogicalIdentifier', logicalNames, 'tags tell pods and tasks apart'],
      ]),
      secretSettings: [{ key: `metrics.reporter.${name}.apikey`, value: apiKey, reason: 'the key of the account' }],
      findings: [{
        code: 'datadog-key-in-log',
        message: `Flink writes the API key of the reporter ${name} into the log of a pod whenever Datadog turns a request down, and when it finds the key invalid`,
        fix: 'keep the logs from whoever may not have the key, or send the metrics to an agent that has it: StatsDReporter, OpenTelemetryReporter',
      }],
    };
  }
}

function refuseBatchSize(size: number): void {
  if (!(Number.isSafeInteger(size) && size >= 1 && size <= 2_147_483_647)) {
    throw new Refusal({
      code: 'datadog-batch-size',
      what: 'maxMetricsPerRequest of DatadogReporter is no number of metrics',
      got: shown(size),
      allowed: 'a whole number from 1 to 2147483647',
      fix: 'leave it out for 2000',
    });
  }
}
