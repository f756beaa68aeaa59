import { FlinkJobConfig } from '../../job/flink-job-config';
import { Refusal } from '../../refusal';
import { Workload } from '../../workload/workload';
import { FlinkApi } from '../../workload/workload-kind';
import { ClusterParts } from '../cluster/cluster-parts';

/** The plugin jars that bring a file system, by the schemes it answers to. */
const PLUGINS: Record<string, RegExp> = {
  s3: /^flink-s3-fs-(presto|hadoop|native)-/,
  s3a: /^flink-s3-fs-(hadoop|native)-/,
  s3p: /^flink-s3-fs-presto-/,
  gs: /^flink-gs-fs-hadoop-/,
  abfs: /^flink-azure-fs-hadoop-/,
  abfss: /^flink-azure-fs-hadoop-/,
  wasb: /^flink-azure-fs-hadoop-/,
  wasbs: /^flink-azure-fs-hadoop-/,
  oss: /^flink-oss-fs-hadoop-/,
};

/** Refuses a jar that the JobManager has no file system for. */
export function refuseUnreachableJar({ fetchedFrom }: FlinkJobConfig, { jobManagerPlugins, context }: ClusterParts): void {
  if (fetchedFrom === undefined || jobManagerPlugins.some((jar) => PLUGINS[fetchedFrom]?.test(jar))) {
    return;
  }
  throw new Refusal({
    code: 'jar-file-system',
    what: `the JobManager fetches the jar itself, and nothing brings the file system of ${fetchedFrom}://`,
    got: jobManagerPlugins.length === 0 ? 'no plugins' : jobManagerPlugins.join(', '),
    allowed: 'a plugin of that file system on the JobManager, or one that the image has',
    fix: fetchedFrom in PLUGINS
      ? `enable it through \`jobManager.pods.plugins\`, for example "${example(fetchedFrom, context.flinkVersion.exact)}", or set \`fileSystemInImage: true\``
      : 'set `fileSystemInImage: true` if the image has it',
  });
}

function example(scheme: string, exact: string): string {
  const [, name] = /^\^(.*)-$/.exec(PLUGINS[scheme].source)!;
  return `${name.replace(/\((\w+)\|.*\)/, '$1')}-${exact}.jar`;
}

/** Refuses a job whose plan would be made for another kind: Python and SQL take memory that a plan for Java has not. */
export function refuseJobAgainstWorkload({ kind }: FlinkJobConfig, { facts: { api, language } }: Workload): void {
  if (kind === 'python' && language === undefined) {
    throw contradiction('a Python job whose workload does not say in which language its functions run', 'no language',
      'language: ProgrammingLanguage.PYTHON, or JAVA where the workers run no Python', 'set `language` of the workload');
  }
  if (kind === 'sql' && api !== FlinkApi.SQL) {
    throw contradiction('an SQL job whose workload is planned as DataStream code', api === undefined ? 'no api' : `api ${api}`,
      'api: FlinkApi.SQL', 'set `api` of the workload');
  }
}

function contradiction(what: string, got: string, allowed: string, fix: string): Refusal {
  return new Refusal({ code: 'job-against-workload', what, got, allowed, fix });
}
