import { Refusal, refusalIn } from '../refusal';
import { admitDeployment } from './admission/admit-deployment';
import { admitSessionJob } from './admission/admit-session-job';
import { admitStateSnapshot } from './admission/admit-state-snapshot';
import { blueGreenOutcome } from './admission/blue-green-outcome';
import { isCanary } from './admission/canary';
import { namespaceOf } from './admission/settings-under-rules';
import { sessionJobConfiguration } from './configuration/session-job-configuration';
import { EffectiveCluster } from './effective-cluster';
import { FlinkBlueGreenDeploymentManifest, FlinkDeploymentManifest, FlinkSessionJobManifest, ManifestMetadata } from './manifest/flink-manifests';
import { ReadManifest, readManifest } from './manifest/read-manifest';
import { OperatorInstallation } from './operator-installation';
import { sessionJobAsApplication } from './session-job-as-application';
import { FlinkSettings } from '../flink/configuration/flink-settings';

/** What would happen to one resource of the operator. */
export interface ResourceTwin {
  readonly kind: ReadManifest['kind'];
  readonly metadata: ManifestMetadata;
  /** As the operator reads it. */
  readonly manifest: ReadManifest['manifest'];
  /** Fields that the API server drops without a word. */
  readonly pruned: string[];
  /** What the operator's webhook says; `undecided` where only the cluster's name service could tell. */
  readonly admission: 'admitted' | 'undecided' | Refusal;
  /** What would keep it from running although it is admitted. */
  readonly failures: Refusal[];
  /** Of a FlinkDeployment, unless it is a canary or its configuration cannot even be put together; of a FlinkSessionJob what it would be on a cluster of its own. */
  readonly cluster?: EffectiveCluster;
  /** Of a FlinkSessionJob beside a session cluster that is admitted: what it is submitted with. */
  readonly configuration?: FlinkSettings;
  /** The session cluster of a FlinkSessionJob, when it is known. */
  readonly session?: FlinkDeploymentManifest;
  /** Of a FlinkBlueGreenDeployment: the FlinkDeployments that the operator makes of it. */
  readonly children: ResourceTwin[];
}

/** FlinkDeployments by namespace and name. */
export type NamedDeployments = ReadonlyMap<string, readonly FlinkDeploymentManifest[]>;

export function namedDeployments(manifests: readonly ReadManifest[]): NamedDeployments {
  const named = new Map<string, FlinkDeploymentManifest[]>();
  for (const { kind, manifest } of manifests) {
    if (kind === 'FlinkDeployment') {
      const name = nameInCluster(manifest.metadata, manifest.metadata.name);
      const others = named.get(name);
      if (others === undefined) {
        named.set(name, [manifest]);
      } else {
        others.push(manifest);
      }
    }
  }
  return named;
}

/**
 * Several resources together: session jobs meet the clusters among them, or else the session clusters that are elsewhere.
 * An application elsewhere that is called as their cluster need not run beside them.
 */
export function resourceTwins(
  manifests: readonly ReadManifest[], installation: OperatorInstallation, elsewhere: NamedDeployments = new Map(),
): ResourceTwin[] {
  const beside = namedDeployments(manifests);
  return manifests.map((read) => twinOf(read, installation, (name) => [...beside.get(name) ?? [], ...(elsewhere.get(name) ?? []).filter(isSession)]));
}

/** One resource as data; throws where it is none that this release could read. */
export function resourceTwin(value: unknown, installation: OperatorInstallation): ResourceTwin {
  return twinOf(readManifest(value, installation.release), installation, () => []);
}

type DeploymentsNamed = (name: string) => readonly FlinkDeploymentManifest[];

function twinOf(read: ReadManifest, installation: OperatorInstallation, deployments: DeploymentsNamed): ResourceTwin {
  const { kind, manifest, manifest: { metadata }, pruned } = read;
  const about = { kind, metadata, manifest, pruned, failures: [], children: [] };
  if (isCanary(metadata) && (kind === 'FlinkDeployment' || kind === 'FlinkSessionJob')) {
    return { ...about, admission: 'admitted' };
  }
  switch (read.kind) {
    case 'FlinkDeployment': return { ...about, ...deploymentTwin(read.manifest, installation) };
    case 'FlinkSessionJob': return { ...about, ...sessionJobTwin(read.manifest, installation, deployments) };
    case 'FlinkStateSnapshot': return { ...about, admission: verdict(() => admitStateSnapshot(read.manifest)) };
    case 'FlinkBlueGreenDeployment': return { ...about, ...blueGreenTwin(read.manifest, installation) };
  }
}

function deploymentTwin(manifest: FlinkDeploymentManifest, installation: OperatorInstallation): Pick<ResourceTwin, 'admission' | 'failures' | 'cluster'> {
  const admission = verdict(() => admitDeployment(manifest, installation));
  let cluster: EffectiveCluster | undefined;
  const unbuilt = refusalIn(() => { cluster = new EffectiveCluster(manifest, installation); });
  return { admission, cluster, failures: unbuilt === undefined ? cluster!.failures : [unbuilt] };
}

/** A session cluster that is refused, or cannot be put together, is told as its own failure; here it only leaves the configuration out. */
function sessionJobTwin(
  manifest: FlinkSessionJobManifest, installation: OperatorInstallation, deployments: DeploymentsNamed,
): Pick<ResourceTwin, 'admission' | 'configuration' | 'session' | 'cluster'> {
  const session = sessionOf(manifest, deployments);
  const admission = verdict(() => admitSessionJob(manifest, session, installation));
  let configuration: FlinkSettings | undefined;
  if (session !== undefined && !(admission instanceof Refusal)) {
    refusalIn(() => {
      admitDeployment(session, installation);
      configuration = sessionJobConfiguration(manifest, session, installation);
    });
  }
  let cluster: EffectiveCluster | undefined;
  refusalIn(() => { cluster = new EffectiveCluster(sessionJobAsApplication(manifest, session?.spec.flinkVersion, session), installation); });
  return { admission, configuration, session, cluster };
}

function isSession({ spec: { job } }: FlinkDeploymentManifest): boolean {
  return job === undefined;
}

/** Of several with the name, one that can take jobs is meant. */
function sessionOf({ metadata, spec }: FlinkSessionJobManifest, deployments: DeploymentsNamed): FlinkDeploymentManifest | undefined {
  const named = spec.deploymentName === undefined ? [] : deployments(nameInCluster(metadata, spec.deploymentName));
  return named.find(isSession) ?? named[0];
}

function nameInCluster(metadata: ManifestMetadata, name: string): string {
  return `${namespaceOf(metadata)}/${name}`;
}

/** What its children are refused for keeps it from running as well. */
function blueGreenTwin(manifest: FlinkBlueGreenDeploymentManifest, installation: OperatorInstallation): Pick<ResourceTwin, 'admission' | 'failures' | 'children'> {
  const { children, failures } = blueGreenOutcome(manifest, installation);
  const twins = children.map((child): ResourceTwin => ({
    kind: 'FlinkDeployment', metadata: child.metadata, manifest: child, pruned: [], children: [], ...deploymentTwin(child, installation),
  }));
  const refused = twins.flatMap(({ admission }) => (admission instanceof Refusal ? [admission] : []));
  return { admission: 'admitted', failures: [...failures, ...refused], children: twins };
}

function verdict(admit: () => 'admitted' | 'undecided' | void): ResourceTwin['admission'] {
  let said: 'admitted' | 'undecided' = 'admitted';
  return refusalIn(() => { said = admit() ?? 'admitted'; }) ?? said;
}
