import { ApiObject, ApiObjectMetadata, Chart, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { PrometheusReporter } from '../../metrics/prometheus-reporter';
import { commonLabels } from '../../operator/pods/selector-labels';
import { Refusal, shown } from '../../refusal';
import { millisecondsOf } from '../../units/flink-duration';
import { IFlinkCluster } from '../tree/flink-cluster';
import { pathOf, sayingWhere } from '../tree/thought-through';

/** Which pods Prometheus scrapes, and how often. */
export interface FlinkPodMonitorProps {
  /** The cluster, which must have the reporter; otherwise refused with `[pod-monitor-port]`. */
  readonly cluster: IFlinkCluster;
  /** The reporter of the cluster that serves the metrics. */
  readonly reporter: PrometheusReporter;
  /**
   * How often Prometheus scrapes. Whole seconds.
   * @default - as Prometheus is configured
   */
  readonly interval?: Duration;
  /**
   * Labels of the PodMonitor, by which a Prometheus finds it, for example `{ release: 'kube-prometheus-stack' }`.
   * @default - none
   */
  readonly labels?: { [name: string]: string };
}

/**
 * A PodMonitor of the Prometheus operator for JobManagers and TaskManagers of one cluster, in its namespace, named
 * `<cluster>-<port>`. A ServiceMonitor would reach neither the port nor the TaskManagers.
 */
export class FlinkPodMonitor extends ApiObject {
  constructor(scope: Construct, id: string, props: FlinkPodMonitorProps) {
    const { cluster, reporter, interval, labels } = props;
    sayingWhere(pathOf(scope, id), () => refuseWithoutPort(cluster, reporter.portName));
    super(scope, id, {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: metadataOf(cluster, reporter, labels),
      spec: {
        selector: { matchLabels: commonLabels({ name: cluster.name, spec: { mode: cluster.mode } }) },
        podMetricsEndpoints: [{ port: reporter.portName, ...(interval === undefined ? {} : { interval: prometheusTime(interval) }) }],
      },
    });
  }
}

/** Prometheus spells minutes otherwise than Flink. */
function prometheusTime(time: Duration): string {
  const milliseconds = millisecondsOf(time);
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${Math.ceil(milliseconds)}ms`;
}

/** A PodMonitor selects in its own namespace. */
function metadataOf(cluster: IFlinkCluster, { portName }: PrometheusReporter, labels: Record<string, string> | undefined): ApiObjectMetadata {
  const { namespace } = Chart.of(cluster);
  return { name: `${cluster.name}-${portName}`, ...(namespace === undefined ? {} : { namespace }), ...(labels === undefined ? {} : { labels }) };
}

function refuseWithoutPort(cluster: IFlinkCluster, portName: string): void {
  // What is no resource itself cannot be looked into.
  if (cluster instanceof ApiObject && !portNames(cluster.toJson()).includes(portName)) {
    throw new Refusal({
      code: 'pod-monitor-port',
      what: 'the pods of the cluster declare no port for this PodMonitor',
      got: shown(portName),
      allowed: 'a reporter that the cluster has',
      fix: 'give the same PrometheusReporter to metricReporters of the cluster',
    });
  }
}

function portNames({ spec: { podTemplate, jobManager, taskManager } }: any): string[] {
  return [podTemplate, jobManager?.podTemplate, taskManager?.podTemplate]
    .flatMap((template) => template?.spec?.containers ?? []).flatMap(({ ports = [] }) => ports).map(({ name }) => name);
}
