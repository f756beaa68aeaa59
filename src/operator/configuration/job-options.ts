import { fieldOver, FieldOverOption } from './field-over-option';
import { jarOnClassPath } from './job-jar';
import { jobParallelism } from './job-parallelism';
import { listText } from '../../flink/configuration/escaped-text';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readWholeNumber } from '../../flink/configuration/option-reading';
import { ManifestJob, ManifestSpec } from '../manifest/flink-manifests';
import { OperatorVersion } from '../operator-version';

/** What the operator writes into the configuration of an application cluster because of its job. */
export function jobOptions(job: ManifestJob, spec: ManifestSpec, settings: FlinkSettings, release: OperatorVersion): FieldOverOption[] {
  const { field, parallelism } = jobParallelism(spec, settings, release);
  return [
    ...fieldOver(field, 'parallelism.default', parallelism),
    ...(spec.mode === 'standalone' ? standaloneOptions(job, parallelism, spec, settings) : []),
    ...(job.jarURI !== undefined && (spec.mode !== 'standalone' || !release._isAtLeast(OperatorVersion.V1_11))
      ? fieldOver('spec.job.jarURI', 'pipeline.jars', listText([job.jarURI]))
      : []),
    ...sharedJobOptions(job),
  ];
}

/** The part that holds for a job in a session cluster as well. */
export function sharedJobOptions({ allowNonRestoredState, entryClass, args = [] }: ManifestJob): FieldOverOption[] {
  return [
    ...fieldOver('spec.job.allowNonRestoredState', 'execution.savepoint.ignore-unclaimed-state', allowNonRestoredState),
    ...fieldOver('spec.job.entryClass', '$internal.application.main', entryClass),
    ...fieldOver('spec.job.args', '$internal.application.program-args', listText(args)),
  ];
}

/** A standalone cluster cannot ask for TaskManagers: the operator counts them, and puts the jar on the class path. */
function standaloneOptions({ jarURI }: ManifestJob, parallelism: number, { taskManager }: ManifestSpec, settings: FlinkSettings): FieldOverOption[] {
  const taskManagers = Math.ceil(parallelism / readWholeNumber(settings, 'taskmanager.numberOfTaskSlots', 1, 1));
  return [
    ...(taskManager?.replicas === undefined
      ? fieldOver('spec.job.parallelism', 'kubernetes.internal.taskmanager.replicas', taskManagers)
      : []),
    ...fieldOver('spec.job.jarURI', 'pipeline.classpaths', jarURI === undefined ? undefined : listText([jarOnClassPath(jarURI)])),
  ];
}
