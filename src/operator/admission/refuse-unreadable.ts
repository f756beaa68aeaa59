import { Refusal, shown } from '../../refusal';
import { quantityText } from '../../units/quantity';
import { broken } from '../broken-rule';
import { FlinkDeploymentManifest, ManifestJob, ResourceRequirements } from '../manifest/flink-manifests';
import { OperatorVersion } from '../operator-version';

const UPGRADE_MODES = ['stateless', 'savepoint', 'last-state'];
const STATES = ['running', 'suspended'];
const MODES = ['native', 'standalone'];

/** What stops the operator's reader, before any rule: a word it does not know, an amount it cannot take apart. */
export function refuseUnreadableDeployment({ spec }: FlinkDeploymentManifest, release: OperatorVersion): void {
  refuseUnlessOneOf('spec.mode', spec.mode, MODES);
  refuseUnreadableJob(spec.job);
  refuseNested('spec.flinkConfiguration', spec.flinkConfiguration, release);
  if (release._isAtLeast(OperatorVersion.V1_16)) {
    refuseAmounts('spec.jobManager.resources', spec.jobManager?.resources);
    refuseAmounts('spec.taskManager.resources', spec.taskManager?.resources);
  }
}

export function refuseUnreadableJob(job: ManifestJob | undefined): void {
  refuseUnlessOneOf('spec.job.upgradeMode', job?.upgradeMode, UPGRADE_MODES);
  refuseUnlessOneOf('spec.job.state', job?.state, STATES);
}

/** Before operator 1.13 an option is a text. */
export function refuseNested(field: string, configuration: Record<string, unknown> | undefined, release: OperatorVersion): void {
  if (configuration === undefined || release._isAtLeast(OperatorVersion.V1_13)) {
    return;
  }
  for (const key in configuration) {
    if (typeof configuration[key] !== 'string') {
      throw unreadableField(`${field}["${key}"]`, typeof configuration[key], 'a text, before operator 1.13', 'write flat keys and quoted values');
    }
  }
}

function refuseUnlessOneOf(field: string, word: string | undefined, words: string[]): void {
  if (word !== undefined && !words.includes(word)) {
    throw unreadableField(field, shown(word), words.join(', '), 'use one of these');
  }
}

function refuseAmounts(field: string, resources: ResourceRequirements | undefined): void {
  for (const section of ['requests', 'limits'] as const) {
    for (const [name, amount] of Object.entries(resources?.[section] ?? {})) {
      const text = quantityText(amount);
      if (!isTakenApart(text)) {
        throw unreadableField(`${field}.${section}.${name}`, shown(amount), 'a Kubernetes quantity', 'write a number and one suffix, for example "2Gi"');
      }
    }
  }
}

/** An exponent must not end in a letter; whatever else is wrong with an amount is left to the rules. */
function isTakenApart(text: string): boolean {
  const suffix = /[einumkKMGTPE][^]*$/.exec(text)?.[0] ?? '';
  return text !== '' && !(/[0-9]/.test(suffix) && /[a-z]$/i.test(suffix));
}

function unreadableField(field: string, got: string, allowed: string, fix: string): Refusal {
  return broken('unreadable-field', `the operator cannot read ${field}`, got, allowed, fix);
}
