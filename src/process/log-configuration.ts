import { LogLevel } from './log-level';
import { log4jProperties } from './log4j-properties';
import { Refusal } from '../refusal';

/** How much is logged. */
export interface LogLevelsProps {
  /**
   * Of everything that `loggers` does not name.
   * @default LogLevel.INFO
   */
  readonly root?: LogLevel;
  /**
   * By the name of a logger, which is a class or a package, for example `{ 'com.example.orders': LogLevel.DEBUG }`.
   * Other names are refused with `[logger-name]`.
   * @default - none
   */
  readonly loggers?: { [name: string]: LogLevel };
  /**
   * Keeps files too, up to 1.1 GB in each container, from which Flink's web interface shows the logs.
   * @default true
   */
  readonly files?: boolean;
}

/** How Flink logs. Field `spec.logConfiguration`, which takes the place of what the operator has by itself. */
export class LogConfiguration {
  /** Log4j 2, which the official images have, on the console and in files, with levels as given. */
  public static levels(props: LogLevelsProps): LogConfiguration {
    const { root = LogLevel.INFO, loggers = {}, files = true } = props;
    return new LogConfiguration(LOG4J, log4jProperties(root, loggers, files));
  }

  /** A `log4j-console.properties` of your own, in the format of Log4j 2. Refused with `[log-configuration-text]`: no text. */
  public static log4j(text: string): LogConfiguration {
    return new LogConfiguration(LOG4J, text);
  }

  /**
   * A `logback-console.xml`, for an image of your own that has Logback in the place of Log4j: the official ones do not,
   * and would log nothing but errors. Refused with `[log-configuration-text]`: no XML.
   */
  public static logback(text: string): LogConfiguration {
    return new LogConfiguration(LOGBACK, text);
  }

  private constructor(private readonly file: string, private readonly text: string) {
    const isSound = typeof text === 'string' && (file === LOGBACK ? text.trim().startsWith('<') : /^\s*[\w.]+\s*[=:]/m.test(text) && !text.trim().startsWith('<'));
    if (!isSound) {
      throw new Refusal({
        code: 'log-configuration-text',
        what: `this is no ${file}`,
        got: typeof text === 'string' && text.trim() !== '' ? 'a text of another format' : 'no text',
        allowed: file === LOGBACK ? 'XML of Logback' : 'properties of Log4j 2',
        fix: 'LogConfiguration.log4j takes properties, LogConfiguration.logback takes XML, LogConfiguration.levels writes them for you',
      });
    }
  }

  /** @internal */
  public _render(): Record<string, string> {
    return { [this.file]: this.text };
  }
}

const LOG4J = 'log4j-console.properties';
const LOGBACK = 'logback-console.xml';
