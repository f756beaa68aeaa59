import { readOption } from '../flink/configuration/option-spelling';
import { FlinkSettings } from '../flink/memory/memory-settings';
import { Refusal, shown } from '../refusal';
import { flattenConfiguration } from './configuration/flatten-configuration';
import { FlinkDeploymentManifest } from './manifest/flink-manifests';

/** Longest name of a FlinkDeployment: Flink adds suffixes to it and Kubernetes stops at 63. */
const NAME = /^[a-z]([-a-z0-9]{0,43}[a-z0-9])?$/;
const FORBIDDEN = ['kubernetes.namespace', 'kubernetes.cluster-id', 'high-availability.cluster-id'];

/** A name that the operator accepts, or a refusal. */
export function refuseName(name: string): void {
  if (typeof name !== 'string' || !NAME.test(name)) {
    throw new Refusal({
      code: 'deployment-name',
      what: 'the operator does not accept this name of a FlinkDeployment',
      got: `${shown(name)}, ${String(name).length} characters`,
      allowed: '1 to 45 lower-case letters, digits and dashes, a letter first, no dash last',
      fix: 'pass `name`; it is never shortened for you, because state belongs to it',
    });
  }
}

/**
 * The rules of the operator's `DefaultValidator` that a FlinkDeployment from this library can break,
 * in the operator's order; the first that it breaks is thrown.
 */
export function admit(manifest: FlinkDeploymentManifest, settings = flattenConfiguration(manifest.spec.flinkConfiguration ?? {})): void {
  const { metadata, spec } = manifest;
  refuseName(metadata.name);
  if (!/^v(1_(1[5-9]|2[0-9])|[2-9]_[0-9]+)$/.test(spec.flinkVersion ?? '')) {
    throw refused('flink-version-field', 'the operator does not accept this spec.flinkVersion', shown(spec.flinkVersion), 'v1_15 and newer',
      'leave it to flinkVersion of the construct');
  }

  for (const key of FORBIDDEN) {
    if (settings.has(key)) {
      throw refused('forbidden-key', `the operator forbids ${key} in flinkConfiguration`, `${key} in flinkConfiguration`,
        'any key but ' + FORBIDDEN.join(', '), 'remove it; the operator sets it from the resource\'s name and namespace');
    }
  }
  if (isTrue(settings, 'kubernetes.operator.deployment.rollback.enabled') && !highAvailability(settings)) {
    throw refused('rollback-without-ha', 'rollback needs high availability', 'rollback on, high-availability.type unset',
      'high-availability.type: kubernetes', 'turn rollback off or high availability on');
  }
  if (isTrue(settings, 'kubernetes.operator.cluster.health-check.enabled')
    && settings.get('kubernetes.operator.jm-deployment-recovery.enabled')?.toLowerCase() === 'false') {
    throw refused('health-check-without-recovery', 'the health check needs JobManager recovery', 'health check on, recovery off',
      'kubernetes.operator.jm-deployment-recovery.enabled: true', 'remove the setting that turns recovery off');
  }
  if (spec.job !== undefined) {
    refuseJob(spec.job, settings);
  }
  if (spec.serviceAccount === undefined) {
    throw refused('service-account', 'the operator does not accept a FlinkDeployment without a service account', 'none',
      'spec.serviceAccount', 'leave it to serviceAccount of the construct');
  }
  const standby = spec.jobManager?.replicas ?? 1;
  if (standby > 1 && !highAvailability(settings)) {
    throw refused('standby-without-ha', 'standby JobManagers need high availability', `${standby} JobManagers`,
      '1, or high-availability.type: kubernetes', 'set jobManager.replicas to 1');
  }
}

function refuseJob(job: NonNullable<FlinkDeploymentManifest['spec']['job']>, settings: FlinkSettings): void {
  const upgrade = job.upgradeMode ?? 'stateless';
  if (upgrade !== 'stateless' && blank(readOption(settings, 'execution.checkpointing.dir'))) {
    throw refused('checkpoint-directory', `upgrade mode ${upgrade} needs a checkpoint directory`, 'none',
      'execution.checkpointing.dir', 'set checkpointing to a storage that outlives the pods');
  }
  if (blank(readOption(settings, 'execution.checkpointing.savepoint-dir'))) {
    const needs = [
      [upgrade === 'savepoint', 'upgrade mode savepoint'],
      [job.savepointTriggerNonce !== undefined, 'savepointTriggerNonce'],
      [settings.has('kubernetes.operator.periodic.savepoint.interval'), 'kubernetes.operator.periodic.savepoint.interval'],
      [settings.has('kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age'),
        'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age'],
    ].find(([needed]) => needed);
    if (needs !== undefined) {
      throw refused('savepoint-directory', `${needs[1]} needs a savepoint directory`, 'none',
        'execution.checkpointing.savepoint-dir', 'set checkpointing to a storage that outlives the pods');
    }
  }
}

function highAvailability(settings: FlinkSettings): boolean {
  const type = readOption(settings, 'high-availability.type');
  // Flink takes `standalone`, its oldest name for none, as none.
  return type !== undefined && !['NONE', 'STANDALONE'].includes(type.toUpperCase());
}

function isTrue(settings: FlinkSettings, key: string): boolean {
  return settings.get(key)?.toLowerCase() === 'true';
}

function blank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function refused(code: string, what: string, got: string, allowed: string, fix: string): Refusal {
  return new Refusal({ code, what, got, allowed, fix });
}
