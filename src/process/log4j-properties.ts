import { LogLevel } from './log-level';
import { Refusal, shown } from '../refusal';

/** Libraries that drown what one looks for when everything is logged finely. */
const TALKATIVE = ['akka', 'org.apache.hadoop', 'org.apache.kafka', 'org.apache.pekko', 'org.apache.zookeeper'];

const PATTERN = '%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n';

const CONSOLE = [
  'appender.console.name = ConsoleAppender',
  'appender.console.type = CONSOLE',
  'appender.console.layout.type = PatternLayout',
  `appender.console.layout.pattern = ${PATTERN}`,
];

/** Flink's start script says where its web interface looks for the file. */
const FILES = [
  'appender.rolling.name = RollingFileAppender',
  'appender.rolling.type = RollingFile',
  'appender.rolling.append = false',
  'appender.rolling.fileName = ${sys:log.file}',
  'appender.rolling.filePattern = ${sys:log.file}.%i',
  'appender.rolling.layout.type = PatternLayout',
  `appender.rolling.layout.pattern = ${PATTERN}`,
  'appender.rolling.policies.type = Policies',
  'appender.rolling.policies.size.type = SizeBasedTriggeringPolicy',
  'appender.rolling.policies.size.size = 100MB',
  'appender.rolling.strategy.type = DefaultRolloverStrategy',
  'appender.rolling.strategy.max = 10',
];

/** A `log4j-console.properties` like Flink's own, with these levels. */
export function log4jProperties(root: LogLevel, loggers: Record<string, LogLevel>, files: boolean): string {
  const isFine = root === LogLevel.DEBUG || root === LogLevel.TRACE;
  const levels: Record<string, LogLevel> = { ...(isFine ? Object.fromEntries(TALKATIVE.map((name) => [name, LogLevel.INFO])) : {}), ...loggers };
  const lines = [
    // Read again when the file changes, which the mounted ConfigMap lets it.
    'monitorInterval = 30',
    `rootLogger.level = ${root}`,
    'rootLogger.appenderRef.console.ref = ConsoleAppender',
    ...files ? ['rootLogger.appenderRef.rolling.ref = RollingFileAppender'] : [],
    ...Object.keys(levels).sort().flatMap((name, index) => loggerLines(`logger.of${index}`, name, levels[name])),
    ...CONSOLE,
    ...files ? FILES : [],
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function loggerLines(key: string, name: string, level: LogLevel): string[] {
  if (!/^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/.test(name)) {
    throw new Refusal({
      code: 'logger-name',
      what: 'a logger is named after a class or a package',
      got: shown(name),
      allowed: 'Java names with dots between, for example "com.example.orders"',
      fix: 'name the package; the level of everything else is `root`',
    });
  }
  return [`${key}.name = ${name}`, `${key}.level = ${level}`];
}
