import fc from 'fast-check';
import { deploymentOf } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { LogConfiguration, LogLevel } from 'cdk8s-flink';

const LOG4J = 'log4j-console.properties';
const propertiesOf = (props: Parameters<typeof LogConfiguration.levels>[0]): Map<string, string> => new Map(
  LogConfiguration.levels(props)._render()[LOG4J].trimEnd().split('\n').map((line) => line.split(' = ') as [string, string]));
const levelsOf = (props: Parameters<typeof LogConfiguration.levels>[0]): Record<string, string | undefined> => {
  const properties = propertiesOf(props);
  const names = [...properties].filter(([key]) => /^logger\..*\.name$/.test(key));
  return Object.fromEntries(names.map(([key, name]) => [name, properties.get(key.replace(/name$/, 'level'))]));
};

test('levels of packages beside that of everything else', () => {
  const props = { root: LogLevel.WARN, loggers: { 'com.example': LogLevel.DEBUG, 'org.apache.kafka': LogLevel.OFF } };
  expect(propertiesOf(props).get('rootLogger.level')).toBe('WARN');
  expect(levelsOf(props)).toEqual({ 'com.example': 'DEBUG', 'org.apache.kafka': 'OFF' });
  expect(propertiesOf({}).get('rootLogger.level')).toBe('INFO');
});

test.each([LogLevel.DEBUG, LogLevel.TRACE])('at %s the libraries stay at INFO, unless asked for', (root) => {
  expect(levelsOf({ root, loggers: { 'org.apache.kafka': LogLevel.DEBUG } })).toEqual({
    'akka': 'INFO', 'org.apache.hadoop': 'INFO', 'org.apache.kafka': 'DEBUG', 'org.apache.pekko': 'INFO', 'org.apache.zookeeper': 'INFO',
  });
});

test('on the console, and in the files that the web interface shows, unless they are not wanted', () => {
  const appenders = (files?: boolean) => [...propertiesOf({ files })].filter(([key]) => /appenderRef|\.(type|fileName)$/.test(key)).map(([, value]) => value);
  expect(appenders()).toEqual(['ConsoleAppender', 'RollingFileAppender', 'CONSOLE', 'PatternLayout', 'RollingFile', '${sys:log.file}', 'PatternLayout', 'Policies',
    'SizeBasedTriggeringPolicy', 'DefaultRolloverStrategy']);
  expect(appenders(false)).toEqual(['ConsoleAppender', 'CONSOLE', 'PatternLayout']);
});

test('every logger has one name and one level, whatever the order', () => {
  const names = fc.stringMatching(/^[a-z]\w*(\.[A-Za-z]\w*)*$/);
  fc.assert(fc.property(fc.dictionary(names, fc.constantFrom(...Object.values(LogLevel)), { noNullPrototype: true }), (loggers) => {
    expect(levelsOf({ loggers })).toEqual(loggers);
    const turned = Object.fromEntries(Object.entries(loggers).reverse());
    expect(LogConfiguration.levels({ loggers: turned })._render()).toEqual(LogConfiguration.levels({ loggers })._render());
  }));
});

test.each(['', 'a b', 'a..b', '.a', 'a = b', 'com.example*'])('%j is no logger', (name) => {
  expect(refusalOf(() => LogConfiguration.levels({ loggers: { [name]: LogLevel.INFO } })).message).toBe(says(
    'a logger is named after a class or a package [logger-name]', `"${name}"`, 'Java names with dots between, for example "com.example.orders"',
    'name the package; the level of everything else is `root`',
  ));
});

test('a file of one\'s own goes under its one name', () => {
  expect(LogConfiguration.log4j('rootLogger.level = WARN\n')._render()).toEqual({ [LOG4J]: 'rootLogger.level = WARN\n' });
  expect(LogConfiguration.logback('<configuration/>')._render()).toEqual({ 'logback-console.xml': '<configuration/>' });
});

test('a text in the place of the other is refused', () => {
  const fix = 'LogConfiguration.log4j takes properties, LogConfiguration.logback takes XML, LogConfiguration.levels writes them for you';
  expect(refusalOf(() => LogConfiguration.log4j('<configuration/>')).message)
    .toBe(says('this is no log4j-console.properties [log-configuration-text]', 'a text of another format', 'properties of Log4j 2', fix));
  expect(refusalOf(() => LogConfiguration.logback('rootLogger.level = WARN')).message)
    .toBe(says('this is no logback-console.xml [log-configuration-text]', 'a text of another format', 'XML of Logback', fix));
  expect(refusalOf(() => LogConfiguration.log4j(' ')).message).toBe(says('this is no log4j-console.properties [log-configuration-text]', 'no text', 'properties of Log4j 2', fix));
});

test('it is in the resource, and its keys are those that the operator accepts', () => {
  const logging = LogConfiguration.levels({ root: LogLevel.DEBUG });
  expect(deploymentOf({ logging }).toJson().spec.logConfiguration).toEqual(logging._render());
  expect(deploymentOf().toJson().spec.logConfiguration).toBeUndefined();
});
