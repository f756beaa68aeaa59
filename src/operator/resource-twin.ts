import { admitBlueGreen } from './admission/admit-blue-green';
import { admitDeployment } from './admission/admit-deployment';
import { admitSessionJob } from './admission/admit-session-job';
import { admitStateSnapshot } from './admission/admit-state-snapshot';
import { sessionJobConfiguration } from './configuration/session-job-configuration';
import { EffectiveCluster, refusalsOf } from './effective-cluster';
import { FlinkBlueGreenDeploymentManifest, FlinkDeploymentManifest, FlinkSessionJobManifest, ManifestMetadata } from './manifest/flink-manifests';
import { ReadManifest, readManifest } from './manifest/read-manifest';
import { readManifests } from './manifest/read-manifests';
import { OperatorInstallation } from './operator-installation';
import { FlinkSettings } from '../flink/configuration/flink-settings';
import { Refusal } from '../refusal';

/** What would happen to one resource of the operator. */
export interface ResourceTwin {
  readonly kind: ReadManifest['kind'];
  readonly metadata: ManifestMetadata;
  /** Fields that the API server drops without a word. */
  readonly pruned: string[];
  /** What the operator's webhook says; `undecided` where only the cluster's name service could tell. */
  readonly admission: 'admitted' | 'undecided' | Refusal;
  /** What would keep it from running although it is admitted. */
  readonly failures: Refusal[];
  /** Of a FlinkDeployment, unless its configuration cannot even be put together. */
  readonly cluster?: EffectiveCluster;
  /** Of a FlinkSessionJob beside its session cluster: what it is submitted with. */
  readonly configuration?: FlinkSettings;
  /** Of a FlinkBlueGreenDeployment: the FlinkDeployments that the operator makes of it. */
  readonly children: ResourceTwin[];
}

/** Everything of the operator's in a YAML text; session jobs meet the session clusters beside them. */
export function twinsOfText(text: string, installation: OperatorInstallation): ResourceTwin[] {
  const { manifests } = readManifests(text, installation.release);
  const deployments = manifests.flatMap((read) => (read.kind === 'FlinkDeployment' ? [read.manifest] : []));
  return manifests.map((read) => twinOf(read, installation, deployments));
}

/** One resource as data; throws where it is none that this release could read. */
export function resourceTwin(value: unknown, installation: OperatorInstallation): ResourceTwin {
  return twinOf(readManifest(value, installation.release), installation, []);
}

function twinOf(read: ReadManifest, installation: OperatorInstallation, deployments: FlinkDeploymentManifest[]): ResourceTwin {
  const { kind, manifest: { metadata }, pruned } = read;
  const about = { kind, metadata, pruned, failures: [], children: [] };
  switch (read.kind) {
    case 'FlinkDeployment': return { ...about, ...deploymentTwin(read.manifest, installation) };
    case 'FlinkSessionJob': return { ...about, ...sessionJobTwin(read.manifest, installation, deployments) };
    case 'FlinkStateSnapshot': return { ...about, admission: verdict(() => admitStateSnapshot(read.manifest)) };
    case 'FlinkBlueGreenDeployment': return { ...about, ...blueGreenTwin(read.manifest, installation) };
  }
}

function deploymentTwin(manifest: FlinkDeploymentManifest, installation: OperatorInstallation): Pick<ResourceTwin, 'admission' | 'failures' | 'cluster'> {
  const admission = verdict(() => admitDeployment(manifest, installation));
  try {
    const cluster = new EffectiveCluster(manifest, installation);
    const { failures } = cluster;
    return { admission, cluster, failures: failures.length > 0 ? failures : refusalsOf(() => cluster.pods) };
  } catch (error) {
    return { admission, failures: [asRefusal(error)] };
  }
}

function sessionJobTwin(
  manifest: FlinkSessionJobManifest, installation: OperatorInstallation, deployments: FlinkDeploymentManifest[],
): Pick<ResourceTwin, 'admission' | 'configuration'> {
  const { metadata: { namespace }, spec: { deploymentName } } = manifest;
  const session = deployments.find(({ metadata }) => metadata.name === deploymentName && metadata.namespace === namespace);
  const admission = verdict(() => admitSessionJob(manifest, session, installation));
  return session === undefined || admission instanceof Refusal
    ? { admission }
    : { admission, configuration: sessionJobConfiguration(manifest, session, installation) };
}

function blueGreenTwin(manifest: FlinkBlueGreenDeploymentManifest, installation: OperatorInstallation): Pick<ResourceTwin, 'admission' | 'failures' | 'children'> {
  const { children, failures } = admitBlueGreen(manifest, installation);
  return {
    admission: 'admitted',
    failures,
    children: children.map(({ manifest: child }) => ({
      kind: 'FlinkDeployment', metadata: child.metadata, pruned: [], children: [], ...deploymentTwin(child, installation),
    })),
  };
}

function verdict(admit: () => 'admitted' | 'undecided' | void): ResourceTwin['admission'] {
  try {
    return admit() ?? 'admitted';
  } catch (error) {
    return asRefusal(error);
  }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) {
    return error;
  }
  throw error;
}
