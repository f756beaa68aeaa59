import { applicationJarFailure } from './application-jar';
import { limitFactorFailures } from './limit-factors';
import { prefixClashes } from '../../flink/configuration/prefix-clash';
import { FlinkSettings } from '../../flink/memory/memory-settings';
import { Refusal, shown } from '../../refusal';
import { broken, Objection } from '../admission/broken-rule';
import { blank } from '../admission/job-rules';
import { definesMemory } from '../admission/resource-requirements';
import { reachesPods } from '../configuration/cluster-configuration';
import { FlinkDeploymentManifest, ManifestRole, ManifestSpec } from '../manifest/flink-manifests';
import { OperatorVersion } from '../operator-version';

const PULL_POLICIES = ['IfNotPresent', 'Always', 'Never'];

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
    ...limitFactorFailures(spec.mode, configuration),
    overlapFailure(spec, configuration, release),
  ];
  return objections.filter((objection) => objection !== undefined);
}

function pullPolicyFailure({ imagePullPolicy }: ManifestSpec): Objection {
  return blank(imagePullPolicy) || PULL_POLICIES.includes(imagePullPolicy!) ? undefined
    : broken('image-pull-policy', 'the operator does not know this spec.imagePullPolicy', shown(imagePullPolicy), PULL_POLICIES.join(', '), 'write one of these, in this case');
}

/** `resources` with anything in it hides the whole of `resource`, its memory too, which admission has counted. */
function hiddenMemory(field: 'jobManager' | 'taskManager', role: ManifestRole | undefined, configuration: FlinkSettings, release: OperatorVersion): Objection {
  const { requests = {}, limits = {} } = role?.resources ?? {};
  const hides = release._isAtLeast(OperatorVersion.V1_16) && Object.keys(requests).length + Object.keys(limits).length > 0;
  if (!hides || blank(role?.resource?.memory) || definesMemory(role?.resources) || hasSizes(field, configuration)) {
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

/** Flink 2.x gets nested YAML. From operator 1.12 that is checked; 1.11 fails or drops the shorter key, as their order in memory has it. */
function overlapFailure({ flinkVersion }: ManifestSpec, configuration: FlinkSettings, release: OperatorVersion): Objection {
  if (!(flinkVersion?.startsWith('v2_') ?? false) || !release._isAtLeast(OperatorVersion.V1_11)) {
    return undefined;
  }
  const overlaps = prefixClashes([...configuration.keys()].filter(reachesPods));
  return overlaps.length === 0 ? undefined
    : broken('overlapping-keys', 'a key is also the beginning of another, and Flink 2.x has its options nested',
      overlaps.map(({ shorter, longer }) => `${shorter} and ${longer}`).join('; '), 'one of each two', 'use the newer key of the shorter one, which ends in .type, .enabled, .amount, .ref or .all');
}
