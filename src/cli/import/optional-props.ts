import { ImportPlace } from './as-it-is';
import { call, Code, data, fieldsOf, list, make, name, unlessEmpty } from './code';
import { dataCode } from './data-code';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { ManifestIngress, ManifestSpec } from '../../operator/manifest/flink-manifests';

/** A property that may say a part of the manifest; it is kept where more is said by it than has to be corrected. */
export interface OptionalProp {
  readonly property: string;
  readonly code: Code;
  readonly called: string;
}

/** What of the manifest one property each could say. */
export function optionalProps(spec: ManifestSpec, settings: FlinkSettings, place: ImportPlace): OptionalProp[] {
  return [...reporters(settings), ...logging(spec, place), ...ingress(spec, place)];
}

const REPORTER = /^metrics\.reporter\.([^.]+)\.factory\.class$/;
const PROMETHEUS = 'org.apache.flink.metrics.prometheus.PrometheusReporterFactory';

function reporters(settings: FlinkSettings): OptionalProp[] {
  const codes = [...settings].flatMap(([key, value]) => {
    const [, of] = REPORTER.exec(key) ?? [];
    const port = settings.get(`metrics.reporter.${of}.port`);
    return of === undefined || value !== PROMETHEUS ? [] : [make('PrometheusReporter', ...unlessEmpty(fieldsOf({
      name: of === 'prom' ? undefined : data(of),
      port: port === undefined || port === '9249' || !/^[0-9]+$/.test(port) ? undefined : data(Number(port)),
    })))];
  });
  return codes.length === 0 ? [] : [{ property: 'metricReporters', code: list(codes), called: 'PrometheusReporter' }];
}

function logging({ logConfiguration = {} }: ManifestSpec, place: ImportPlace): OptionalProp[] {
  const ways: Record<string, string> = { 'log4j-console.properties': 'log4j', 'logback-console.xml': 'logback' };
  const [[file, text] = ['', ''], ...others] = Object.entries(logConfiguration);
  return ways[file] === undefined || others.length > 0 ? []
    : [{ property: 'logging', code: call(`LogConfiguration.${ways[file]}`, dataCode(text, place, file)!), called: 'LogConfiguration' }];
}

function ingress({ ingress: of }: ManifestSpec, place: ImportPlace): OptionalProp[] {
  const { template = '', className, annotations, labels, tls = [] }: ManifestIngress = of ?? {};
  const [, host, path] = /^([^/]+)(\/.*)?$/.exec(template) ?? [];
  const [{ secretName } = {}, ...others] = tls;
  if (host === undefined || others.length > 0) {
    return [];
  }
  const code = call('FlinkIngress.host', fieldsOf({
    host: data(host),
    path: path === undefined ? undefined : data(path),
    className: dataCode(className, place),
    annotations: dataCode(annotations, place),
    labels: dataCode(labels, place),
    tlsSecret: secretName === undefined ? undefined : call('Secret.fromSecretName', name('chart'), data(`${place.id}-Certificate`), data(secretName)),
  }));
  return [{ property: 'ingress', code, called: 'FlinkIngress' }];
}
