import { FlinkSettings } from '../../flink/memory/memory-settings';
import { shown } from '../../refusal';
import { parseJavaDouble } from '../../units/java-number';
import { broken, Objection } from '../admission/broken-rule';

const BUILT_BY = { jobmanager: 'the operator cannot build the JobManager', taskmanager: 'the JobManager cannot ask for TaskManagers' };

/** In native mode a limit must not lie below its request: the JobManager's stops the operator, the TaskManager's the running JobManager. */
export function limitFactorFailures(mode: string | undefined, configuration: FlinkSettings): Objection[] {
  if (mode === 'standalone') {
    return [];
  }
  return Object.entries(BUILT_BY).flatMap(([role, consequence]) => ['cpu', 'memory'].map((name) => {
    const key = `kubernetes.${role}.${name}.limit-factor`;
    const text = configuration.get(key);
    return text === undefined || (parseJavaDouble(text) ?? 0) >= 1 ? undefined
      : broken('limit-factor', `${consequence}: ${key} is below 1`, shown(text), '1 and more', 'raise it, or write limits from the requests up');
  }));
}
