import { kubernetesForm, plainForm, podTemplateForm } from './equal-values';
import { ClusterMode } from '../cluster-mode';
import { flattenConfiguration } from '../configuration/flatten-configuration';
import { FlinkSessionJobManifest, ManifestJob, ManifestRole, ManifestSpec } from '../manifest/flink-manifests';

/** What the operator does about a change: its `DiffType`, the weightiest last. */
export enum DiffType {
  /** Nothing is restarted. */
  IGNORE = 'IGNORE',
  /** Scaled in place if that is possible, and upgraded if it is not. */
  SCALE = 'SCALE',
  /** The job is suspended and deployed again. */
  UPGRADE = 'UPGRADE',
  /** The job is cancelled and deployed again from `initialSavepointPath`. */
  SAVEPOINT_REDEPLOY = 'SAVEPOINT_REDEPLOY',
}

/** A changed field, by the operator's name for it: `job.parallelism`, `flinkConfiguration.parallelism.default`. */
export interface SpecChange {
  readonly field: string;
  readonly type: DiffType;
}

/** What a FlinkDeployment and a FlinkSessionJob say. */
export type ComparedSpec = Pick<FlinkSessionJobManifest['spec'], 'deploymentName'> & ManifestSpec;

const WEIGHT = Object.values(DiffType);

/** By the beginning of their keys (`@SpecDiff.Config` of `AbstractFlinkSpec`); all others are upgrades. */
const CONFIGURATION: readonly (readonly [prefix: string, type: DiffType, mode?: ClusterMode])[] = [
  ['job.autoscaler', DiffType.IGNORE],
  ['parallelism.default', DiffType.IGNORE],
  ['kubernetes.operator', DiffType.IGNORE],
  ['pipeline.jobvertex-parallelism-overrides', DiffType.SCALE, ClusterMode.NATIVE],
];

const IGNORED_OF_JOB: readonly (keyof ManifestJob)[] = [
  'savepointTriggerNonce', 'initialSavepointPath', 'checkpointTriggerNonce', 'upgradeMode', 'allowNonRestoredState', 'autoscalerResetNonce',
];

/** What the operator's classes have where a job says nothing. */
const JOB_DEFAULTS: ManifestJob = { parallelism: 0, args: [], state: 'running', upgradeMode: 'stateless' };

/** The changes that the operator finds between what it deployed and what it is given now (`ReflectiveDiffBuilder`), by field. */
export function specChanges(before: ComparedSpec, after: ComparedSpec, mode: string = after.mode ?? ClusterMode.NATIVE): SpecChange[] {
  const changes = [
    ...unlike(before, after, ['deploymentName', 'image', 'imagePullPolicy', 'serviceAccount', 'flinkVersion', 'logConfiguration', 'mode']),
    ...differing('ingress', kubernetesParts(before.ingress, ['tls']), kubernetesParts(after.ingress, ['tls'])),
    ...differing('podTemplate', podTemplateForm(before.podTemplate), podTemplateForm(after.podTemplate)),
    ...differing('jobManager', jobManagerForm(before.jobManager), jobManagerForm(after.jobManager)),
    ...changesOfTaskManager(before.taskManager, after.taskManager, mode),
    ...changesOfJob(before.job, after.job, mode),
    ...(after.restartNonce === undefined ? [] : unlike(before, after, ['restartNonce'])),
    ...changesOfConfiguration(before.flinkConfiguration, after.flinkConfiguration, mode),
  ];
  return changes.sort((one, other) => (one.field < other.field ? -1 : 1));
}

/** What they come to together. */
export function weightiest(changes: readonly SpecChange[]): DiffType {
  return WEIGHT[Math.max(0, ...changes.map(({ type }) => WEIGHT.indexOf(type)))];
}

/** What the operator does about an option when it changes. */
function typeOfOption(key: string, mode: string): DiffType {
  return CONFIGURATION.find(([prefix, , only]) => key.startsWith(prefix) && (only === undefined || only === mode))?.[1] ?? DiffType.UPGRADE;
}

/** A job that appears or goes is one change; within it the fields differ. */
function changesOfJob(before: ManifestJob | undefined, after: ManifestJob | undefined, mode: string): SpecChange[] {
  if (before === undefined || after === undefined) {
    return differing('job', plainForm(before), plainForm(after));
  }
  const [one, other] = [{ ...JOB_DEFAULTS, ...before }, { ...JOB_DEFAULTS, ...after }];
  return [
    ...unlike(one, other, ['jarURI', 'entryClass', 'args', 'state'], 'job.'),
    ...unlike(one, other, ['parallelism'], 'job.', scaledIn(mode)),
    ...unlike(one, other, IGNORED_OF_JOB, 'job.', DiffType.IGNORE),
    ...(other.savepointRedeployNonce === undefined ? [] : unlike(one, other, ['savepointRedeployNonce'], 'job.', DiffType.SAVEPOINT_REDEPLOY)),
  ];
}

function changesOfTaskManager(before: ManifestRole | undefined, after: ManifestRole | undefined, mode: string): SpecChange[] {
  if (before === undefined || after === undefined) {
    return differing('taskManager', plainForm(before), plainForm(after));
  }
  return [
    ...unlike(before, after, ['resource'], 'taskManager.'),
    ...differing('taskManager.resources', kubernetesForm(before.resources), kubernetesForm(after.resources)),
    ...unlike(before, after, ['replicas'], 'taskManager.', scaledIn(mode)),
    ...differing('taskManager.podTemplate', podTemplateForm(before.podTemplate), podTemplateForm(after.podTemplate)),
  ];
}

/** The JobManager is compared as a whole. */
function jobManagerForm(role: ManifestRole | undefined): string | undefined {
  return role && [
    plainForm(role.resource), kubernetesForm(role.resources), role.replicas ?? 1, podTemplateForm(role.podTemplate),
  ].join('\n');
}

function changesOfConfiguration(before: ManifestSpec['flinkConfiguration'] = {}, after: ManifestSpec['flinkConfiguration'] = {}, mode: string): SpecChange[] {
  const [one, other] = [flattenConfiguration(before), flattenConfiguration(after)];
  return [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key))
    .map((key) => ({ field: `flinkConfiguration.${key}`, type: typeOfOption(key, mode) }));
}

function kubernetesParts<T extends object>(value: T | undefined, parts: readonly (keyof T)[]): string | undefined {
  return value && plainForm({ ...value, ...Object.fromEntries(parts.map((part) => [part, value[part] && kubernetesForm(value[part])])) });
}

function scaledIn(mode: string): DiffType {
  return mode === ClusterMode.STANDALONE ? DiffType.SCALE : DiffType.UPGRADE;
}

function unlike<T>(before: T, after: T, fields: readonly (keyof T & string)[], prefix = '', type = DiffType.UPGRADE): SpecChange[] {
  return fields.filter((field) => plainForm(before[field]) !== plainForm(after[field])).map((field) => ({ field: prefix + field, type }));
}

function differing(field: string, before: string | undefined, after: string | undefined): SpecChange[] {
  return before === after ? [] : [{ field, type: DiffType.UPGRADE }];
}
