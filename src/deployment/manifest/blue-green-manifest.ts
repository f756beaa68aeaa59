import { Duration } from 'cdk8s';
import { explainOf, networkOf } from './explained-deployment';
import { manifestFor, Placement, TunedManifest } from './tuned-manifest';
import { blueGreenOutcome, nameFailure } from '../../operator/admission/blue-green-outcome';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { refuseMissingFields } from '../../operator/manifest/fields-missing-in';
import { FlinkBlueGreenDeploymentManifest } from '../../operator/manifest/flink-manifests';
import { renderSpec } from '../../operator/render-spec';
import { ResourceTwin } from '../../operator/resource-twin';
import { Refusal } from '../../refusal';
import { ClusterNetwork } from '../../security/cluster-network';
import { isTellable, millisecondsOf, renderDuration } from '../../units/flink-duration';
import { admittedBlueGreen } from '../cluster/admitted-twin';
import { checkedCluster, installationOf } from '../cluster/checked-cluster';
import { patchedManifest } from '../cluster/patched-resource';
import { refuseSecretOptions } from '../cluster/refuse-secret-option';
import { CompleteBlueGreenProps } from '../defaults/complete-props';

const PREFIX = 'kubernetes.operator.bluegreen';

/** A blue/green deployment, thought through before anything of it stands in the tree. */
export interface BlueGreenManifest extends Pick<TunedManifest, 'plan' | 'parts' | 'findings'> {
  readonly resource: FlinkBlueGreenDeploymentManifest['spec'];
  readonly twin: ResourceTwin;
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
  const children = check(manifest, props);
  children.forEach((child) => refuseSecretOptions(child, parts.cluster, props));
  return { plan, parts, findings, resource: manifest.spec, twin: admittedBlueGreen(manifest, children[0]) };
}

/** The verdict on the resource as it is after patches. */
export function patchedBlueGreen(resource: unknown, props: CompleteBlueGreenProps): ResourceTwin {
  const manifest = patchedManifest('FlinkBlueGreenDeployment', resource, installationOf(props).release);
  return admittedBlueGreen(manifest, check(manifest, props)[0]);
}

/** The explanation of the cluster that either colour is. */
export function explainBlueGreen(resource: unknown, props: CompleteBlueGreenProps): string {
  const { blue, name } = blueOf(resource, props);
  return explainOf(blue, name, props);
}

/** What the pods of either colour answer on, patches included. */
export function networkOfBlueGreen(resource: unknown, props: CompleteBlueGreenProps): ClusterNetwork {
  const { blue, name } = blueOf(resource, props);
  return networkOf(blue, name, props);
}

/** One colour stands for both. */
function blueOf(resource: unknown, props: CompleteBlueGreenProps): { readonly blue: EffectiveCluster; readonly name: string } {
  const { children: [blue], metadata: { name } } = patchedBlueGreen(resource, props);
  return { blue: blue.cluster!, name };
}

function check(manifest: FlinkBlueGreenDeploymentManifest, props: CompleteBlueGreenProps): EffectiveCluster[] {
  const installation = installationOf(props);
  refuseMissingFields('FlinkBlueGreenDeployment', manifest, installation.release);
  const { children, failures } = blueGreenOutcome(manifest, installation);
  failures.forEach((failure) => { throw failure; });
  return children.map((child) => checkedCluster(child, props));
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
  if (!isTellable(value, least)) {
    throw new Refusal({
      code: 'blue-green-time',
      what: `${property} of a blue/green deployment is no time that the operator waits`,
      got: `${millisecondsOf(value)} ms`,
      allowed: `${least} ms and more, in whole milliseconds`,
      fix: `leave ${property} out`,
    });
  }
  return { [`${PREFIX}.${key}`]: renderDuration(value) };
}
