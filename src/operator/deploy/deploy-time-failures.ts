import { applicationJarFailure } from './application-jar';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { CORES, taskManagerCores } from '../../flink/task-manager-cpu';
import { Refusal, refusalIn, shown } from '../../refusal';
import { isBlank } from '../../units/java-text';
import { definesMemory } from '../admission/resource-requirements';
import { broken, Objection } from '../broken-rule';
import { overlappingKeys } from '../configuration/overlapping-keys';
import { holdsAnything } from '../configuration/role-options';
import { FlinkDeploymentManifest, ManifestRole, ManifestSpec } from '../manifest/flink-manifests';
import { OperatorVersion } from '../operator-version';
import { checkedFactor } from '../pods/limit-factors';
import { PULL_POLICIES } from '../pods/pod-basics';

/**
 * What admission lets pass and what fails when the operator deploys.
 * @param configuration what the operator hands to Flink: defaults, options and fields together
 */
export function deployTimeFailures({ spec }: FlinkDeploymentManifest, configuration: FlinkSettings, release: OperatorVersion): Refusal[] {
  const objections: Objection[] = [
    pullPolicyFailure(spec),
    hiddenMemory('jobManager', spec.jobManager, configuration, release),
    hiddenMemory('taskManager', spec.taskManager, configuration, release),
    applicationJarFailure(spec, configuration),
    coresFailure(configuration),
    ...limitFactorFailures(spec.mode, configuration),
    overlappingKeys(spec.flinkVersion, configuration, release),
  ];
  return objections.filter((objection) => objection !== undefined);
}

function pullPolicyFailure({ imagePullPolicy }: ManifestSpec): Objection {
  return isBlank(imagePullPolicy) || PULL_POLICIES.includes(imagePullPolicy!) ? undefined
    : broken('image-pull-policy', 'the operator does not know this spec.imagePullPolicy', shown(imagePullPolicy), PULL_POLICIES.join(', '), 'write one of these, in this case');
}

/** `resources` with anything in it hides the whole of `resource`, its memory too, which admission has counted. */
function hiddenMemory(field: 'jobManager' | 'taskManager', role: ManifestRole | undefined, configuration: FlinkSettings, release: OperatorVersion): Objection {
  const hides = release._isAtLeast(OperatorVersion.V1_16) && holdsAnything(role?.resources);
  if (!hides || isBlank(role?.resource?.memory) || definesMemory(role?.resources) || hasSizes(field, configuration)) {
    return undefined;
  }
  return broken('hidden-memory', `spec.${field}.resources hides the memory of spec.${field}.resource`, `resource.memory ${shown(role?.resource?.memory)}, no memory in resources`,
    'memory in the same field as the rest', `write spec.${field}.resources.requests.memory`);
}

/** Whether options give the size that the field does not. */
function hasSizes(field: 'jobManager' | 'taskManager', configuration: FlinkSettings): boolean {
  const prefix = `${field.toLowerCase()}.memory`;
  const fineGrained = field === 'jobManager' ? [`${prefix}.heap.size`] : [`${prefix}.task.heap.size`, `${prefix}.managed.size`];
  return configuration.has(`${prefix}.process.size`) || configuration.has(`${prefix}.flink.size`) || fineGrained.every((key) => configuration.has(key));
}

/** Cores that are not written follow from the slots, which are told where they are counted. */
function coresFailure(configuration: FlinkSettings): Objection {
  return configuration.has(CORES) ? refusalIn(() => taskManagerCores(configuration)) : undefined;
}

/** Of a native cluster. */
function limitFactorFailures(mode: string | undefined, configuration: FlinkSettings): Objection[] {
  const roles = mode === 'standalone' ? [] : ['jobmanager', 'taskmanager'] as const;
  return roles.flatMap((role) => (['cpu', 'memory'] as const).map((of) => refusalIn(() => checkedFactor(configuration, role, of))));
}
