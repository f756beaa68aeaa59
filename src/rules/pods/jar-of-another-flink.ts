import { containersInTemplates } from './containers-in-templates';
import { PLUGINS_VARIABLE } from '../../flink/flink-container';
import { ManifestSpec } from '../../operator/manifest/flink-manifests';
import { ManifestPath } from '../../operator/manifest/manifest-path';
import { Category, Finding, Pack, Rule, Severity } from '../rule';

/** Jars that Flink itself publishes with each of its versions; connectors of their own repositories have versions of their own. */
const OWN = new RegExp(`(?:^|/)(flink-(?:${[
  '(?:s3-fs-hadoop|s3-fs-presto|s3-fs-native|gs-fs-hadoop|azure-fs-hadoop|oss-fs-hadoop)', 'python(?:_2\\.12)?', 'sql-(?:client|gateway)(?:-api)?', 'sql-connector-kafka',
  'connector-(?:files|base)', 'sql-(?:parquet|avro|avro-confluent-registry|orc)', 'metrics-\\w+', 'statebackend-\\w+', 'state-processor-api', 'cep', 'table-[\\w-]+',
].join('|')})-(\\d+\\.\\d+)\\.\\d+\\.jar)$`);

export const jarOfAnotherFlink: Rule = {
  id: 'jar-of-another-flink',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.WARNING,
  title: 'a jar of another version of Flink',
  why: 'in the official images it is not there under this name, and the entry point stops the container; brought along by somebody, it calls classes that this Flink has changed',
  fix: 'name the jar of the version that runs',
  source: 'official images of Flink: opt/ holds the jars of one version; docker-entrypoint.sh, ENABLE_BUILT_IN_PLUGINS: exit 1 where the file is missing',
  fires: 'podTemplate: { spec: { containers: [{ name: flink-main-container, env: [{ name: ENABLE_BUILT_IN_PLUGINS, value: flink-s3-fs-presto-1.19.3.jar }] }] } }',
  passes: 'podTemplate: { spec: { containers: [{ name: flink-main-container, env: [{ name: ENABLE_BUILT_IN_PLUGINS, value: flink-s3-fs-presto-1.20.5.jar }] }] } }',
  check: ({ manifest: { spec } }) => jarsIn(spec).flatMap(([path, file]): Finding[] => {
    const [, jar, line] = OWN.exec(file) ?? [];
    const declared = spec.flinkVersion;
    return jar === undefined || declared === undefined || declared === `v${line.replace('.', '_')}` ? [] : [{
      path, what: 'this jar is of another Flink than flinkVersion', got: `"${jar}" with flinkVersion ${declared}`, allowed: 'a jar of the same version',
    }];
  }),
};

function jarsIn(spec: ManifestSpec): [path: ManifestPath, file: string][] {
  return [
    ...(spec.job?.jarURI === undefined ? [] : [[['spec', 'job', 'jarURI'], spec.job.jarURI] as [ManifestPath, string]]),
    ...containersInTemplates(spec).flatMap(({ path, container: { env = [] } }) => env.flatMap(({ name, value = '' }, index) => (
      name !== PLUGINS_VARIABLE ? [] : value.split(';').map((file): [ManifestPath, string] => [[...path, 'env', index, 'value'], file])))),
  ];
}
