import { SecretValue } from 'cdk8s-plus-28';
import { MetricReporter } from './metric-reporter';
import { refuseAddress } from './reporter-address';
import { PushingReporterProps, TaggedReporterProps } from './reporter-props';
import { reporterSettings } from './reporter-settings';
import { Refusal, shown } from '../refusal';
import { StrategyConfig } from '../strategy/strategy-config';
import { StrategyContext } from '../strategy/strategy-context';

/** How many nodes of an InfluxDB cluster must have a point before it counts as written. */
export enum InfluxDbConsistency {
  /** All of them. */
  ALL = 'ALL',
  /** Any, even one that only keeps it for others. */
  ANY = 'ANY',
  /** One. */
  ONE = 'ONE',
  /** More than half. */
  QUORUM = 'QUORUM',
}

/** Who writes to InfluxDB. It asks for both or for neither. */
export interface InfluxDbLogin {
  /** Name of the user. Flink option `metrics.reporter.<name>.username`. */
  readonly username: SecretValue;
  /** Password of the user. Flink option `metrics.reporter.<name>.password`. */
  readonly password: SecretValue;
}

/** Where InfluxDB is, and what it does with the points. */
export interface InfluxDbReporterProps extends TaggedReporterProps, PushingReporterProps {
  /**
   * DNS name or IPv4 address, looked up once when the process starts: without an answer it runs without this reporter.
   * Refused with `[reporter-address]`. Flink option `metrics.reporter.<name>.host`.
   */
  readonly host: string;
  /**
   * From 1 to 65535, or refused with `[reporter-address]`. Flink option `metrics.reporter.<name>.port`.
   * @default 8086
   */
  readonly port?: number;
  /**
   * Speaks HTTPS. Flink option `metrics.reporter.<name>.scheme`.
   * @default false
   */
  readonly tls?: boolean;
  /** Letters, digits, `_`, `-` and `.`, or refused with `[influx-db-name]`. Flink option `metrics.reporter.<name>.db`. */
  readonly database: string;
  /**
   * Retention policy of the points, refused as the database is. Flink option `metrics.reporter.<name>.retentionPolicy`.
   * @default - the database's own
   */
  readonly retentionPolicy?: string;
  /**
   * For a cluster of InfluxDB. Flink option `metrics.reporter.<name>.consistency`.
   * @default InfluxDbConsistency.ONE
   */
  readonly consistency?: InfluxDbConsistency;
  /**
   * Name and password in Secrets, which only the pods read.
   * @default - none: without authentication
   */
  readonly login?: InfluxDbLogin;
}

/** Writes metrics to InfluxDB 1.x, or to what speaks its protocol. The image has the reporter preinstalled. */
export class InfluxDbReporter extends MetricReporter {
  constructor(private readonly props: InfluxDbReporterProps) {
    super();
  }

  /** Factory class, address and database. Time limits stay out: from Flink 1.20 this reporter fails to start with one in the configuration. */
  public bind(_context: StrategyContext): StrategyConfig {
    const { name = 'influxdb', host, port = 8086, tls = false, database, retentionPolicy, consistency, login } = this.props;
    refuseAddress('InfluxDbReporter', host, port);
    refuseDatabaseName('database', database);
    refuseDatabaseName('retentionPolicy', retentionPolicy ?? 'autogen');
    return {
      settings: reporterSettings(name, this.props, [
        ['factory.class', 'org.apache.flink.metrics.influxdb.InfluxdbReporterFactory', 'metrics for InfluxDB'],
        ['scheme', tls ? 'https' : 'http', 'how InfluxDB is spoken to'],
        ['host', host, 'where InfluxDB is'],
        ['port', port, 'where InfluxDB is'],
        ['db', database, 'the database of the points'],
        ['retentionPolicy', retentionPolicy, 'how long points are kept'],
        ['consistency', consistency, 'how many nodes must have a point'],
      ]),
      secretSettings: login === undefined ? [] : [
        { key: `metrics.reporter.${name}.username`, value: login.username, reason: 'who writes' },
        { key: `metrics.reporter.${name}.password`, value: login.password, reason: 'who writes' },
      ],
    };
  }
}

function refuseDatabaseName(property: string, got: string): void {
  if (typeof got !== 'string' || !/^[\w.-]+$/.test(got)) {
    throw new Refusal({
      code: 'influx-db-name',
      what: `${property} of InfluxDbReporter has the wrong form`,
      got: shown(got),
      allowed: 'letters, digits, _ - and .',
      fix: 'take the name as InfluxDB has it',
    });
  }
}
