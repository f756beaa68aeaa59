import { catalogueLine } from './catalogue-line';
import { checkpointsExplained, defaultsExplained, sessionJobSettings, settingsExplained } from './configuration-explained';
import { hostedJob, jobExplained } from './job-explained';
import { isMade, made, Made } from './made';
import { ClusterExplanation, HostedJob, ResourceExplanation, ShapeExplanation } from './manifest-explanation';
import { jobManagerExplained, taskManagerExplained } from './memory-explained';
import { networkExplained } from './network-explained';
import { podsExplained } from './pods-explained';
import { shapeExplained, totalsExplained } from './shape-explained';
import { managedMemoryUse, stateBackendExplained } from './state-backend-explained';
import { verdictExplained } from './verdict-explained';
import { effectiveConfiguration } from '../../operator/configuration/effective-configuration';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { FlinkSessionJobManifest, FlinkStateSnapshotManifest, ManifestJob } from '../../operator/manifest/flink-manifests';
import { OperatorInstallation } from '../../operator/operator-installation';
import { ResourceTwin } from '../../operator/resource-twin';
import { Refusal } from '../../refusal';

/** A resource of a file and what would happen to it. */
export interface ResourceToExplain {
  /** As the file calls them; what cannot be read has no others. */
  readonly kind: string;
  readonly name?: string;
  readonly line: number;
  readonly twin: ResourceTwin | Refusal;
}

/**
 * What will run of a resource.
 * @param all of its file, among which a session finds its jobs
 * @param today for acknowledgements that expire
 */
export function explainResource(
  { kind, name, line, twin }: ResourceToExplain, all: readonly ResourceToExplain[], installation: OperatorInstallation, today: string,
): ResourceExplanation {
  const about = { kind, name: name ?? '(no name)', line, verdict: verdictExplained(twin, today) };
  if (twin instanceof Refusal) {
    return about;
  }
  const { metadata: { namespace }, manifest, children, cluster } = twin;
  const read = { ...about, namespace };
  switch (twin.kind) {
    case 'FlinkDeployment': {
      const hosts = cluster?.manifest.spec.job === undefined ? hostedJobs(twin, all) : [];
      const job = cluster?.manifest.spec.job;
      return {
        ...read,
        cluster: cluster && clusterExplained(cluster, hosts),
        ...(job === undefined ? {} : { job: jobExplained(twin, job) }),
        ...(hosts.length === 0 ? {} : { hosts }),
      };
    }
    case 'FlinkSessionJob': return { ...read, ...sessionJobExplained(twin, manifest as FlinkSessionJobManifest, installation) };
    case 'FlinkStateSnapshot': return { ...read, snapshot: snapshotOf(manifest as FlinkStateSnapshotManifest) };
    case 'FlinkBlueGreenDeployment': {
      const [child] = children;
      const job = child?.cluster?.manifest.spec.job;
      return {
        ...read,
        cluster: child?.cluster && clusterExplained(child.cluster, []),
        ...(job === undefined ? {} : { job: jobExplained(child, job) }),
        colours: children.map(({ metadata }) => metadata.name),
      };
    }
  }
}

function clusterExplained(cluster: EffectiveCluster, hosts: readonly HostedJob[]): ClusterExplanation {
  const { spec } = cluster.manifest;
  const shape = made(() => shapeExplained(cluster, hosts));
  const ofShape = <T extends object>(part: (known: ShapeExplanation) => T): Made<T> => (isMade(shape) ? made(() => part(shape)) : shape);
  return {
    flinkVersion: spec.flinkVersion,
    mode: spec.mode ?? 'native',
    type: spec.job === undefined ? 'session' : 'application',
    jobManager: made(() => jobManagerExplained(cluster)),
    taskManager: made(() => taskManagerExplained(cluster, managedMemoryUse(cluster))),
    shape,
    totals: ofShape((known) => totalsExplained(cluster, known)),
    pods: ofShape((known) => podsExplained(cluster, known)),
    stateBackend: made(() => stateBackendExplained(cluster)),
    network: ofShape((known) => networkExplained(cluster, known)),
    checkpoints: checkpointsExplained(cluster),
    settings: settingsExplained(cluster),
    defaults: defaultsExplained(cluster),
    defaultsOf: catalogueLine(spec.flinkVersion).minorLine,
  };
}

function hostedJobs({ manifest }: ResourceTwin, all: readonly ResourceToExplain[]): HostedJob[] {
  return all.flatMap(({ twin }) => {
    const job = twin instanceof Refusal || twin.kind !== 'FlinkSessionJob' || twin.session !== manifest ? undefined : jobOf(twin);
    return job === undefined ? [] : [hostedJob(twin as ResourceTwin, job)];
  });
}

function sessionJobExplained(
  twin: ResourceTwin, manifest: FlinkSessionJobManifest, installation: OperatorInstallation,
): Pick<ResourceExplanation, 'job' | 'session' | 'settings'> {
  const { session, configuration } = twin;
  const job = jobOf(twin);
  return {
    job: job && jobExplained(twin, job),
    session: { name: manifest.spec.deploymentName, known: session !== undefined },
    settings: session === undefined || configuration === undefined ? undefined
      : sessionJobSettings(manifest, configuration, effectiveConfiguration(session, installation).settings),
  };
}

function jobOf({ manifest }: ResourceTwin): ManifestJob | undefined {
  return (manifest as FlinkSessionJobManifest).spec.job;
}

function snapshotOf({ spec: { savepoint, jobReference } }: FlinkStateSnapshotManifest): ResourceExplanation['snapshot'] {
  return {
    of: [jobReference?.kind, jobReference?.name].filter((part) => part !== undefined).join(' '),
    kind: savepoint === undefined ? 'checkpoint' : 'savepoint',
  };
}
