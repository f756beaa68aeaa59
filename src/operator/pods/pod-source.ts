import { RolePodTemplates } from './role-pod-templates';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { JobManagerMemory } from '../../flink/memory/job-manager-memory';
import { TaskManagerMemory } from '../../flink/memory/task-manager-memory';
import { FlinkRole } from '../flink-role';
import { ManifestSpec } from '../manifest/flink-manifests';
import { OperatorVersion } from '../operator-version';

/** What the pods of a deployment are made from. */
export interface PodSource {
  readonly name: string;
  readonly spec: ManifestSpec;
  /** What the operator hands to Flink, all of it text. */
  readonly settings: FlinkSettings;
  readonly release: OperatorVersion;
  readonly templates: RolePodTemplates;
  readonly jobManager: JobManagerMemory;
  readonly taskManager: TaskManagerMemory;
}

/** A role as the keys of its options and the label `component` spell it; of the enum's values, so that neither can go its own way. */
export type Role = `${FlinkRole}`;

export function isStandalone({ spec }: Pick<PodSource, 'spec'>): boolean {
  return spec.mode === 'standalone';
}

/** Whether the job runs this minor line of Flink or a newer one. */
export function runsFlink({ spec }: Pick<PodSource, 'spec'>, major: number, minor: number): boolean {
  const [, ownMajor, ownMinor] = /^v([0-9]+)_([0-9]+)$/.exec(spec.flinkVersion ?? '') ?? [];
  return Number(ownMajor) > major || (Number(ownMajor) === major && Number(ownMinor) >= minor);
}
