import { autoscalerObjection } from './autoscaler-rules';
import { broken, firstOf, Objection } from '../broken-rule';
import { isCanary } from './canary';
import { configurationObjection } from './configuration-rules';
import { flinkVersionObjection } from './flink-version-field';
import { ingressObjection } from './ingress-rules';
import { jobObjection } from './job-rules';
import { logObjection } from './log-rules';
import { nameObjection } from './names';
import { refuseUnreadableDeployment } from './refuse-unreadable';
import { jobManagerObjection, taskManagerObjection } from './role-rules';
import { namespaceOf, settingsUnderRules } from './settings-under-rules';
import { flattenConfiguration } from '../configuration/flatten-configuration';
import { FlinkDeploymentManifest } from '../manifest/flink-manifests';
import { OperatorInstallation } from '../operator-installation';

/**
 * Every rule of the operator's `DefaultValidator` for a FlinkDeployment that is new to the cluster, in the operator's
 * order; the first that it breaks is thrown.
 */
export function admitDeployment(
  manifest: FlinkDeploymentManifest, installation: OperatorInstallation, written = flattenConfiguration(manifest.spec.flinkConfiguration ?? {}),
): void {
  const { metadata, spec } = manifest;
  if (isCanary(metadata)) {
    return;
  }
  const { release } = installation;
  const namespace = namespaceOf(metadata);
  const flinkVersion = flinkVersionObjection(spec.flinkVersion, release);
  if (flinkVersion !== undefined && spec.flinkVersion !== undefined && !/^v1_1[34]$/.test(spec.flinkVersion)) {
    throw flinkVersion;
  }
  refuseUnreadableDeployment(manifest, release);
  const settings = settingsUnderRules(installation, namespace, spec.flinkVersion, written);
  const objection = firstOf(
    nameObjection(metadata.name),
    flinkVersion,
    configurationObjection(settings),
    ingressObjection(spec.ingress, metadata.name, namespace),
    logObjection(spec.logConfiguration),
    jobObjection(spec.job, spec.taskManager, settings, release),
    jobManagerObjection(spec.jobManager, settings, release),
    taskManagerObjection(spec.taskManager, settings, release),
    serviceAccountObjection(spec.serviceAccount),
    autoscalerObjection(settings, release),
  );
  if (objection !== undefined) {
    throw objection;
  }
}

/** An empty text passes. */
function serviceAccountObjection(serviceAccount: string | undefined): Objection {
  return serviceAccount !== undefined ? undefined
    : broken('service-account', 'the operator does not accept a FlinkDeployment without a service account', 'none',
      'spec.serviceAccount', 'name the account that the pods run under');
}
