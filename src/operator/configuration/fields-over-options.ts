import { fieldOver, FieldOverOption } from './field-over-option';
import { jobOptions } from './job-options';
import { roleOptions } from './role-options';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { isBlank } from '../../units/java-text';
import { ManifestSpec } from '../manifest/flink-manifests';
import { OperatorVersion } from '../operator-version';

/** Versions of Flink that know the image and the CPU under their older keys only. */
const BEFORE_1_17 = /^v1_1[0-6]$/;

/**
 * What the operator writes over `flinkConfiguration` and over its own defaults, with the field that it comes from.
 * @param settings both of them together, from which it takes the task slots
 */
export function fieldsOverOptions(spec: ManifestSpec, settings: FlinkSettings, release: OperatorVersion): FieldOverOption[] {
  const { image, imagePullPolicy, serviceAccount, job, jobManager, taskManager } = spec;
  const beforeFlink117 = BEFORE_1_17.test(spec.flinkVersion ?? '');
  return [
    ...fieldOver('spec.image', beforeFlink117 ? 'kubernetes.container.image' : 'kubernetes.container.image.ref', notBlank(image)),
    ...fieldOver('spec.imagePullPolicy', 'kubernetes.container.image.pull-policy', notBlank(imagePullPolicy)),
    ...fieldOver('spec.serviceAccount', 'kubernetes.service-account', serviceAccount),
    ...roleOptions('jobManager', jobManager, release, beforeFlink117),
    ...fieldOver('spec.jobManager.replicas', 'kubernetes.jobmanager.replicas', jobManager && positive(jobManager.replicas ?? 1)),
    ...roleOptions('taskManager', taskManager, release, beforeFlink117),
    ...fieldOver('spec.taskManager.replicas', 'kubernetes.internal.taskmanager.replicas', positive(taskManager?.replicas)),
    ...(job === undefined ? [] : jobOptions(job, spec, settings, release)),
  ];
}

function notBlank(text: string | undefined): string | undefined {
  return isBlank(text) ? undefined : text;
}

function positive(replicas: number | undefined): number | undefined {
  return replicas !== undefined && replicas > 0 ? replicas : undefined;
}
