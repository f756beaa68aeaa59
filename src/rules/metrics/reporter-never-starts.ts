import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

const PREFIX = 'metrics.reporter.';
const LIST = 'metrics.reporters';

export const reporterNeverStarts: Rule = {
  id: 'reporter-never-starts',
  pack: Pack.PRODUCTION,
  category: Category.METRICS,
  severity: Severity.ERROR,
  title: 'a metric reporter that never starts',
  why: 'Flink starts what has a factory class and, where there is a list of names, stands in it; everything else it leaves out with no more than a line in the log',
  source: 'Flink ReporterSetup: only factory.class defines a reporter since 1.17, and metrics.reporters leaves out all others',
  check: ({ written, configuration }) => {
    const listed = (configuration.get(LIST) ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '');
    const startable = (name: string) => configuration.has(`${PREFIX}${name}.factory.class`);
    const names = new Set<string>();
    written.forEach((_, key) => {
      if (key.startsWith(PREFIX)) {
        names.add(key.slice(PREFIX.length).split('.', 1)[0]);
      }
    });
    return [
      ...[...names].filter((name) => !startable(name)).map((name) => withoutFactory(name)),
      ...[...names].filter((name) => startable(name) && listed.length > 0 && !listed.includes(name)).map((name) => leftOut(name, listed)),
      ...listed.filter((name) => !names.has(name) && !startable(name)).map((name) => leftOver(name, listed)),
    ];
  },
};

function withoutFactory(name: string): Finding {
  return {
    path: optionPath(`${PREFIX}${name}.…`),
    what: `the metric reporter ${name} has no factory class, without which Flink does not start it`,
    got: 'other options of it alone',
    allowed: `${PREFIX}${name}.factory.class; the older ${PREFIX}${name}.class has no effect`,
    inConstruct: 'use metricReporters of the construct, or correct the name in the key',
  };
}

function leftOut(name: string, listed: string[]): Finding {
  return {
    path: optionPath(LIST),
    what: `${LIST} leaves out the metric reporter ${name}, which never starts`,
    got: `"${listed.join(',')}"`,
    allowed: 'no list, with which every reporter starts that has a factory class',
    inConstruct: `remove ${LIST}`,
  };
}

function leftOver(name: string, listed: string[]): Finding {
  return { ...leftOut(name, listed), what: `${LIST} names a metric reporter ${name} that does not exist` };
}
