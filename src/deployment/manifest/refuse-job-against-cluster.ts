import { FILE_SYSTEM_PLUGINS } from '../../flink/file-system-plugins';
import { FlinkJobConfig } from '../../job/flink-job-config';
import { Refusal } from '../../refusal';
import { Workload } from '../../workload/workload';
import { FlinkApi } from '../../workload/workload-kind';
import { ClusterParts } from '../cluster/cluster-parts';

/** Refuses a jar that the JobManager has no file system for. */
export function refuseUnreachableJar({ fetchedFrom }: FlinkJobConfig, { jobManagerPlugins, context }: ClusterParts): void {
  const known = FILE_SYSTEM_PLUGINS[fetchedFrom ?? ''] ?? [];
  if (fetchedFrom === undefined || jobManagerPlugins.some((jar) => known.some((name) => jar.startsWith(`${name}-`)))) {
    return;
  }
  throw new Refusal({
    code: 'jar-file-system',
    what: `the JobManager fetches the jar itself, and nothing brings the file system of ${fetchedFrom}://`,
    got: jobManagerPlugins.length === 0 ? 'no plugins' : jobManagerPlugins.join(', '),
    allowed: 'a plugin of that file system on the JobManager, or one that the image has',
    fix: known.length > 0
      ? `enable it through \`jobManager.pods.plugins\`, for example "${known[0]}-${context.flinkVersion.exact}.jar", or set \`fileSystemInImage: true\``
      : 'set `fileSystemInImage: true` if the image has it',
  });
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
