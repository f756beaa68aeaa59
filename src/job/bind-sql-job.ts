import { FlinkJobConfig } from './flink-job-config';
import { javaArguments } from './job-arguments';
import { JobContext } from './job-context';
import { SqlJobProps } from './sql-job';
import { SqlRunner } from './sql-runner';
import { SCRIPT_FILE, scriptConfigMap } from './sql-script';
import { PodContribution } from '../pods/pod-contribution';

/** Outside of `usrlib`, over which the operator mounts an empty folder in standalone mode. */
const DIRECTORY = '/opt/flink/sql';

export function bindSqlJob({ script, runner = SqlRunner.builtIn(), args = [] }: SqlJobProps, context: JobContext): FlinkJobConfig {
  const configMap = scriptConfigMap(context.name, script);
  const started = runner._bind(context, `${DIRECTORY}/${SCRIPT_FILE}`);
  return {
    ...started,
    kind: 'sql',
    args: javaArguments([...started.args ?? [], ...args], context.mode),
    jobManagerPods: both(started.jobManagerPods, {
      volumes: [{ name: 'job-sql', mountPath: DIRECTORY, source: { configMap: { name: configMap.name } } }],
      newConfigMaps: [configMap],
    }),
  };
}

/** The runner may bring a volume and an init container of its own. */
function both(one: PodContribution = {}, other: PodContribution): PodContribution {
  return { ...one, ...other, volumes: [...one.volumes ?? [], ...other.volumes ?? []] };
}
