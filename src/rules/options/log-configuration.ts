import { ManifestSpec } from '../../operator/manifest/flink-manifests';
import { Category, Finding, Pack, Rule, Severity } from '../rule';

const FILE = 'log4j-console.properties';
const APPENDER = /^\s*appender\.[\w.]+\s*=/m;
const DETAILED = /^\s*rootLogger(?:\.level)?\s*=\s*(DEBUG|TRACE|ALL)\b/im;

export const silentLog: Rule = {
  id: 'log-without-appender',
  pack: Pack.PRODUCTION,
  category: Category.OPTIONS,
  severity: Severity.WARNING,
  title: 'a log configuration without an appender',
  why: 'the text takes the place of the operator\'s whole file, and without an appender of Log4j 2 nothing that Flink or the job says reaches anybody, but errors where there is no rootLogger either',
  fix: 'write the whole file, with an appender of the console and rootLogger.appenderRef to it, or leave it out',
  source: 'operator FlinkConfigBuilder.applyLogConfiguration: the file is written as it stands; Log4j 2, properties configuration',
  fires: 'logConfiguration:\n  log4j-console.properties: |\n    rootLogger.level = INFO\n',
  passes: 'logConfiguration:\n  log4j-console.properties: |\n    rootLogger.level = INFO\n    rootLogger.appenderRef.console.ref = Console\n'
    + '    appender.console.type = CONSOLE\n    appender.console.name = Console\n    appender.console.layout.type = PatternLayout\n',
  check: ({ manifest: { spec } }) => (textOf(spec) === undefined || APPENDER.test(textOf(spec)!) ? [] : [finding(
    'this text takes the place of the whole log configuration, and has no appender', 'no line appender.… of Log4j 2', 'a whole configuration, or none')]),
};

export const detailedLog: Rule = {
  id: 'detailed-log',
  pack: Pack.COST,
  category: Category.OPTIONS,
  severity: Severity.INFO,
  title: 'a log that tells everything',
  why: 'at this level Flink writes lines for each heartbeat, request and checkpoint step of each task; they take CPU, and storage wherever logs are kept',
  fix: 'set rootLogger.level to INFO, and the level of one logger where you look for something',
  source: 'Flink log4j-console.properties: rootLogger.level = INFO',
  fires: 'logConfiguration:\n  log4j-console.properties: |\n    rootLogger.level = DEBUG\n    appender.console.type = CONSOLE\n',
  passes: 'logConfiguration:\n  log4j-console.properties: |\n    rootLogger.level = INFO\n    appender.console.type = CONSOLE\n',
  check: ({ manifest: { spec } }) => {
    const [, level] = DETAILED.exec(textOf(spec) ?? '') ?? [];
    return level === undefined ? [] : [finding('every logger of Flink and of its libraries writes at this level', `"${level}"`, 'INFO')];
  },
};

function textOf({ logConfiguration }: ManifestSpec): string | undefined {
  return logConfiguration?.[FILE];
}

function finding(what: string, got: string, allowed: string): Finding {
  return { path: ['spec', 'logConfiguration', FILE], what, got, allowed };
}
