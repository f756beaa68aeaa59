import { EffectiveCluster } from '../../operator/effective-cluster';
import { PodSpec } from '../../operator/manifest/flink-manifests';
import { isMain } from '../../operator/pods/role-pod-templates';
import { parseJavaLong } from '../../units/java-number';
import { jobManagerSpec, taskManagerSpec } from '../pods/volume-at';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';
import { isWholeCluster } from '../whole-cluster';

const PREFIX = 'metrics.reporter.';
const PROMETHEUS = /\.PrometheusReporterFactory$/;
/** Of Flink's own reporter, when no port is set. */
const DEFAULT_PORT = '9249';

export const undeclaredMetricsPort: Rule = {
  id: 'undeclared-metrics-port',
  pack: Pack.PRODUCTION,
  category: Category.METRICS,
  severity: Severity.INFO,
  title: 'a metrics port that no container declares',
  why: 'nothing else declares the port of the reporter, and a PodMonitor finds a port only among those that the container declares',
  fix: 'declare it in podTemplate: ports of flink-main-container, with a name, for both roles; a range cannot be declared',
  source: 'Flink PrometheusReporterFactory: port 9249; KubernetesUtils declares rest, RPC and blob ports alone; Prometheus operator docs, PodMonitor',
  fires: 'flinkConfiguration:\n  metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory\n  metrics.reporter.prom.port: "9249"\n',
  passes: 'flinkConfiguration:\n  metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory\n  metrics.reporter.prom.port: "9249"\n'
    + 'podTemplate: { spec: { containers: [{ name: flink-main-container, ports: [{ name: metrics, containerPort: 9249 }] }] } }\n',
  check: (cluster) => (isWholeCluster(cluster) ? prometheusReporters(cluster) : []).flatMap(({ key, port }): Finding[] => {
    const lacking = rolesOf(cluster).filter(([, spec]) => !isScraped(spec, port)).map(([role]) => role);
    return lacking.length === 0 || isAnnotated(cluster) ? [] : [{
      path: optionPath(key),
      what: `no container of the ${lacking.join(' and the ')} declares the port of this reporter`,
      got: `port ${port}`,
      allowed: parseJavaLong(port) === undefined ? 'one port, which the container can declare' : `ports: [{ name: metrics, containerPort: ${port} }]`,
    }];
  }),
};

export const latencyTracking: Rule = {
  id: 'latency-tracking',
  pack: Pack.COST,
  category: Category.METRICS,
  severity: Severity.WARNING,
  title: 'latency tracking left on',
  why: 'markers go through every operator and each pair of subtasks gets a histogram of its own; each access to state is measured: Flink\'s own description says that it can significantly impact the performance of the cluster',
  fix: 'remove metrics.latency.interval, or latency-track.keyed-state-enabled, when the measurement is done',
  source: 'Flink MetricOptions.LATENCY_INTERVAL; StateLatencyTrackOptions.LATENCY_TRACK_ENABLED',
  fires: 'flinkConfiguration: { metrics.latency.interval: 1s }',
  passes: 'flinkConfiguration: { metrics.latency.interval: "0" }',
  check: ({ written }) => [...written].filter(([key, value]) => (key === 'metrics.latency.interval' && /[1-9]/.test(value) && !value.trim().startsWith('-'))
    || (/^state\.(backend\.)?latency-track\.keyed-state-enabled$/.test(key) && value.trim().toLowerCase() === 'true')).map(([key, value]): Finding => ({
    path: optionPath(key), what: `${key} measures all the time what is asked for now and then`, got: `"${value}"`, allowed: 'nothing, but while somebody looks',
  })),
};

export const noMetrics: Rule = {
  id: 'no-metric-reporter',
  pack: Pack.STRICT,
  category: Category.METRICS,
  severity: Severity.INFO,
  title: 'no metric reporter',
  why: 'lag, back pressure, checkpoints and memory are only in the web interface, as long as the JobManager lives; nobody is called, and no tuning can be judged',
  fix: 'set metrics.reporter.prom.factory.class to org.apache.flink.metrics.prometheus.PrometheusReporterFactory, or another reporter',
  source: 'tuning chapter §1 and §9; Flink ReporterSetup: a reporter needs factory.class',
  fires: 'flinkConfiguration: { metrics.reporter.otel.factory.class: null, metrics.reporter.otel.exporter.endpoint: null }',
  passes: 'flinkConfiguration: { metrics.reporter.statsd.factory.class: org.apache.flink.metrics.statsd.StatsDReporterFactory }',
  check: ({ configuration }) => ([...configuration.keys()].some((key) => key.startsWith(PREFIX) && key.endsWith('.factory.class')) ? [] : [{
    path: optionPath(`${PREFIX}…`), what: 'the metrics of this cluster go nowhere', got: 'no reporter', allowed: 'a reporter with a factory class',
  }]),
};

function prometheusReporters({ configuration, written }: EffectiveCluster): { readonly key: string; readonly port: string }[] {
  return [...configuration].filter(([key, value]) => key.startsWith(PREFIX) && key.endsWith('.factory.class') && PROMETHEUS.test(value.trim())).map(([key]) => {
    const portKey = key.replace(/factory\.class$/, 'port');
    return { key: written.has(portKey) ? portKey : key, port: (configuration.get(portKey) ?? DEFAULT_PORT).trim() };
  });
}

function rolesOf({ pods }: EffectiveCluster): [role: string, spec: PodSpec][] {
  return [['JobManager', jobManagerSpec(pods)], ['TaskManagers', taskManagerSpec(pods)]];
}

function isScraped({ containers = [] }: PodSpec, port: string): boolean {
  const ports = containers.filter(isMain).flatMap((main) => (main.ports ?? []) as readonly { readonly containerPort?: unknown }[]);
  return ports.some(({ containerPort }) => String(containerPort) === port);
}

/** Prometheus without its operator finds pods by annotations. */
function isAnnotated({ manifest: { spec } }: EffectiveCluster): boolean {
  return [spec.podTemplate, spec.jobManager?.podTemplate, spec.taskManager?.podTemplate]
    .some((template) => Object.keys(template?.metadata?.annotations ?? {}).some((name) => name.startsWith('prometheus.io/')));
}
