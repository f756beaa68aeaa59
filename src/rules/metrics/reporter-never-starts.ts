import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

const PREFIX = 'metrics.reporter.';
const LIST = 'metrics.reporters';

export const reporterNeverStarts: Rule = {
  id: 'reporter-never-starts',
  pack: Pack.PRODUCTION,
  category: Category.METRICS,
  severity: Severity.WARNING,
  title: 'a metric reporter that never starts',
  why: 'Flink starts what has a factory class and, where there is a list of names, stands in it; everything else it leaves out with no more than a line in the log',
  fix: 'give every reporter its factory.class, and remove metrics.reporters',
  source: 'Flink ReporterSetup: only factory.class defines a reporter since 1.17, and metrics.reporters leaves out all others',
  fires: `
flinkConfiguration:
  metrics.reporters: prom
  metrics.reporter.prom.class: org.apache.flink.metrics.prometheus.PrometheusReporter
  metrics.reporter.prom.port: "9249"
`,
  passes: `
flinkConfiguration:
  metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory
  metrics.reporter.prom.port: "9249"
`,
  check: ({ written, configuration }) => {
    const listed = (configuration.get(LIST) ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '');
    const startable = (name: string) => configuration.has(`${PREFIX}${name}.factory.class`);
    const named = new Map<string, string>();
    written.forEach((_, key) => {
      const name = key.startsWith(PREFIX) ? key.slice(PREFIX.length).split('.', 1)[0] : undefined;
      if (name !== undefined && !named.has(name)) {
        named.set(name, key);
      }
    });
    const names = [...named.keys()];
    return [
      ...names.filter((name) => !startable(name)).map((name) => withoutFactory(name, named.get(name)!, configuration.get(`${PREFIX}${name}.class`))),
      ...names.filter((name) => startable(name) && listed.length > 0 && !listed.includes(name)).map((name) => leftOut(name, listed)),
      ...listed.filter((name) => !named.has(name) && !startable(name)).map((name) => leftOver(name, listed)),
    ];
  },
};

function withoutFactory(name: string, key: string, reporter: string | undefined): Finding {
  return {
    path: optionPath(key),
    what: `the metric reporter ${name} has no factory class, without which Flink does not start it`,
    got: 'other options of it alone',
    allowed: `${PREFIX}${name}.factory.class; the older ${PREFIX}${name}.class has no effect`,
    fix: `write ${PREFIX}${name}.factory.class: ${factoryOf(reporter)}, or correct the name in the key`,
    inConstruct: 'use metricReporters of the construct, or correct the name in the key',
  };
}

/** Flink calls the factories of its own reporters after them. */
function factoryOf(reporter = ''): string {
  return reporter.startsWith('org.apache.flink.metrics.') ? `${reporter}Factory` : 'the class of its factory';
}

function leftOut(name: string, listed: string[]): Finding {
  return {
    path: optionPath(LIST),
    what: `${LIST} leaves out the metric reporter ${name}, which never starts`,
    got: `"${listed.join(',')}"`,
    allowed: 'no list, with which every reporter starts that has a factory class',
    fix: `remove ${LIST}`,
  };
}

function leftOver(name: string, listed: string[]): Finding {
  return { ...leftOut(name, listed), what: `${LIST} names a metric reporter ${name} that does not exist` };
}
