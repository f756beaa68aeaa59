import { Duration } from 'cdk8s';
import { checkedCluster, installationOf } from './checked-cluster';
import { CompleteBlueGreenProps } from './complete-props';
import { patchedManifest } from './patched-resource';
import { explainOf, manifestFor, Placement, TunedManifest } from './tuned-manifest';
import { blueGreenOutcome, nameFailure } from '../operator/admission/blue-green-outcome';
import { refuseMissingFields } from '../operator/manifest/fields-missing-in';
import { FlinkBlueGreenDeploymentManifest } from '../operator/manifest/flink-manifests';
import { renderSpec } from '../operator/render-spec';
import { Refusal } from '../refusal';
import { renderDuration } from '../units/flink-duration';

const PREFIX = 'kubernetes.operator.bluegreen';

/** A blue/green deployment, thought through before anything of it stands in the tree. */
export interface BlueGreenManifest extends Pick<TunedManifest, 'plan' | 'parts' | 'findings'> {
  readonly resource: FlinkBlueGreenDeploymentManifest['spec'];
}

/** The way of one deployment, and what the operator will make of two of them. Throws where it cannot work: its webhook never looks at the kind. */
export function blueGreenManifest(placement: Placement, props: CompleteBlueGreenProps): BlueGreenManifest {
  const tooLong = nameFailure({ metadata: placement });
  if (tooLong !== undefined) {
    throw tooLong;
  }
  const { plan, parts, findings, spec } = manifestFor(placement, props);
  const { ingress, ...template } = renderSpec(spec);
  const manifest = {
    metadata: { name: placement.name, namespace: placement.namespace },
    spec: { configuration: transition(props), ingress, template: { spec: template } },
  } as FlinkBlueGreenDeploymentManifest;
  check(manifest, props);
  return { plan, parts, findings, resource: manifest.spec };
}

/** The verdict on the resource as it is after patches. */
export function patchedBlueGreen(resource: unknown, props: CompleteBlueGreenProps): FlinkBlueGreenDeploymentManifest {
  const manifest = patchedManifest('FlinkBlueGreenDeployment', resource, installationOf(props).release);
  check(manifest, props);
  return manifest;
}

/** The explanation of the cluster that either colour is. */
export function explainBlueGreen(resource: unknown, props: CompleteBlueGreenProps): string {
  const manifest = patchedBlueGreen(resource, props);
  const { children: [blue] } = blueGreenOutcome(manifest, installationOf(props));
  return explainOf(checkedCluster(blue, props), manifest.metadata.name, props);
}

function check(manifest: FlinkBlueGreenDeploymentManifest, props: CompleteBlueGreenProps): void {
  const installation = installationOf(props);
  refuseMissingFields('FlinkBlueGreenDeployment', manifest, installation.release);
  const { children, failures } = blueGreenOutcome(manifest, installation);
  failures.forEach((failure) => { throw failure; });
  children.forEach((child) => checkedCluster(child, props));
}

function transition({ abortGracePeriod, deletionDelay, reconciliationInterval }: CompleteBlueGreenProps): Record<string, string> | undefined {
  const configuration = {
    ...option('abort.grace-period', 'abortGracePeriod', abortGracePeriod, 1000),
    ...option('deployment-deletion.delay', 'deletionDelay', deletionDelay, 0),
    ...option('reconciliation.reschedule-interval', 'reconciliationInterval', reconciliationInterval, 1000),
  };
  return Object.keys(configuration).length === 0 ? undefined : configuration;
}

function option(key: string, property: string, value: Duration | undefined, least: number): Record<string, string> {
  if (value === undefined) {
    return {};
  }
  if (!(value.toMilliseconds() >= least)) {
    throw new Refusal({
      code: 'blue-green-time',
      what: `${property} of a blue/green deployment is too short`,
      got: `${value.toMilliseconds()} ms`,
      allowed: `${least} ms and more`,
      fix: `leave ${property} out`,
    });
  }
  return { [`${PREFIX}.${key}`]: renderDuration(value) };
}
