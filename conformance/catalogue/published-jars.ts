/** A jar of the group `org.apache.flink`; `closed` brings none of the libraries that it asks for. */
export interface Jar {
  readonly artifact: string;
  readonly version: string;
  readonly closed: boolean;
}

/** What is read together: one line of Flink, or one part of one release of the operator. */
export interface JarSet {
  /** The minor line, for example `1.20`. */
  readonly line: string;
  readonly jars: Jar[];
  /** Libraries in the place of those that a jar asks for, as `group:artifact:version`. */
  readonly besides: string[];
  /** Which of the options on the class path this set answers for. */
  readonly holders: RegExp;
}

export const FLINK_LINES = ['1.19', '1.20', '2.0', '2.1', '2.2', '2.3'];
const OPEN = ['flink-core', 'flink-runtime', 'flink-statebackend-rocksdb', 'flink-statebackend-forst'];

/**
 * The newest patch of each line that the registry has for a module. Where it has none, the nearest older line
 * stands in, or below the first one the nearest newer: python and sql-client in 1.19, the file systems of
 * Google and S3 in some, ForSt in 2.1. A dash: began later.
 */
const FLINK_MODULES: Record<string, string[]> = {
  'flink-core': ['1.19.3', '1.20.5', '2.0.2', '2.1.3', '2.2.1', '2.3.0'],
  'flink-runtime': ['1.19.3', '1.20.5', '2.0.2', '2.1.3', '2.2.1', '2.3.0'],
  'flink-streaming-java': ['1.19.3', '1.20.5', '2.0.2', '2.1.3', '2.2.1', '2.3.0'],
  'flink-clients': ['1.19.3', '1.20.5', '2.0.2', '2.1.3', '2.2.1', '2.3.0'],
  'flink-kubernetes': ['1.19.1', '1.20.1', '2.0.0', '2.1.0', '2.2.0', '2.3.0'],
  'flink-yarn': ['1.19.1', '1.20.1', '2.0.0', '2.1.0', '2.2.0', '2.3.0'],
  'flink-statebackend-rocksdb': ['1.19.3', '1.20.5', '2.0.2', '2.1.3', '2.2.1', '2.3.0'],
  'flink-statebackend-forst': ['-', '-', '2.0.0', '2.0.0', '2.2.0', '2.3.0'],
  'flink-dstl-dfs': ['1.19.3', '1.20.5', '2.0.2', '2.1.3', '2.2.1', '2.3.0'],
  'flink-metrics-core': ['1.19.3', '1.20.5', '2.0.2', '2.1.3', '2.2.1', '2.3.0'],
  'flink-table-common': ['1.19.3', '1.20.5', '2.0.2', '2.1.3', '2.2.1', '2.3.0'],
  'flink-table-api-java': ['1.19.3', '1.20.4', '2.0.2', '2.1.3', '2.2.1', '2.3.0'],
  'flink-sql-gateway-api': ['1.20.3', '1.20.3', '2.0.0', '2.0.0', '2.0.0', '2.3.0'],
  'flink-sql-gateway': ['1.19.1', '1.20.3', '2.0.0', '2.1.3', '2.2.1', '2.3.0'],
  'flink-sql-client': ['1.20.3', '1.20.3', '2.0.0', '2.1.0', '2.2.0', '2.3.0'],
  'flink-python': ['1.20.3', '1.20.3', '2.0.0', '2.1.0', '2.2.0', '2.3.0'],
  'flink-gs-fs-hadoop': ['2.0.0', '2.0.0', '2.0.0', '2.0.0', '2.0.0', '2.3.0'],
  'flink-s3-fs-hadoop': ['1.20.1', '1.20.1', '2.0.0', '2.1.0', '2.2.0', '2.3.0'],
  'flink-s3-fs-native': ['-', '-', '-', '-', '-', '2.3.0'],
};

/** Options of tables, catalogs and sources in SQL: never keys of a cluster. */
const OF_SQL_STATEMENTS = ['FactoryUtil', 'CommonModuleOptions', 'LookupOptions', 'LookupJoinHintOptions', 'FileCatalogStoreFactoryOptions',
  'GenericInMemoryCatalogFactoryOptions', 'RawFormatOptions', 'PythonDynamicTableOptions', 'MLPredictRuntimeConfigOptions',
  'VectorSearchRuntimeConfigOptions', 'ArrowTableSourceOptions', 'SqlGatewayRestOptions'];
/** Written and read inside of one operator of a job, or left-overs in the API that nothing reads. */
const OF_NO_CONFIGURATION = ['StreamConfig', 'ConfigConstants', 'ExecutionConfig', 'SingleSessionManager'];

export const FLINK: JarSet[] = FLINK_LINES.map((line, index) => ({
  line,
  jars: Object.entries(FLINK_MODULES).flatMap(([artifact, versions]) => versions[index] === '-'
    ? [] : [{ artifact, version: versions[index], closed: !OPEN.includes(artifact) }]),
  besides: [],
  holders: new RegExp(`^(?!.*\\.(${[...OF_SQL_STATEMENTS, ...OF_NO_CONFIGURATION].join('|')})\\.)`),
}));

/** The releases of the operator, with the version of the framework that each is built on. */
const OPERATOR_RELEASES: [release: string, framework: string][] = [
  ['1.10.0', '4.9.4'], ['1.11.0', '4.9.4'], ['1.12.1', '4.9.4'], ['1.13.0', '5.1.2'], ['1.14.0', '5.2.2'], ['1.15.0', '5.2.2'], ['1.16.1', '5.2.2'],
];
export const OPERATOR_LINES = OPERATOR_RELEASES.map(([release]) => lineOf(release));

export const OPERATOR: JarSet[] = OPERATOR_RELEASES.map(([version, framework]) => ({
  line: lineOf(version),
  jars: [{ artifact: 'flink-kubernetes-operator', version, closed: false }],
  besides: [`io.javaoperatorsdk:operator-framework-core:${framework}`],
  holders: /^org\.apache\.flink\.kubernetes\.operator\./,
}));

export const AUTOSCALER: JarSet[] = OPERATOR_RELEASES.map(([version]) => ({
  line: lineOf(version),
  jars: [{ artifact: 'flink-core', version: '1.20.5', closed: false }, { artifact: 'flink-autoscaler', version, closed: true }],
  besides: [],
  holders: /^org\.apache\.flink\.autoscaler\./,
}));

function lineOf(release: string): string {
  return release.split('.').slice(0, 2).join('.');
}
