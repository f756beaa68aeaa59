import { isMade, made } from './made';
import { HostedJob, JobExplanation } from './manifest-explanation';
import { maskedValue } from './setting-origin';
import { ManifestJob } from '../../operator/manifest/flink-manifests';
import { ResourceTwin } from '../../operator/resource-twin';

export function jobExplained({ cluster }: ResourceTwin, job: ManifestJob): JobExplanation {
  const { jarURI, entryClass, args = [], upgradeMode = 'stateless', state = 'running', initialSavepointPath } = job;
  return {
    jar: jarURI === undefined ? undefined : maskedValue('jarURI', jarURI),
    entryClass,
    arguments: args.length,
    upgradeMode,
    state,
    initialSavepoint: initialSavepointPath === undefined ? undefined : maskedValue('initialSavepointPath', initialSavepointPath),
    // Of a session job what it would have on a cluster of its own: the operator submits it with that, and not as an option.
    parallelism: cluster && made(() => ({ value: cluster.parallelism })),
  };
}

/** The session jobs of a file as their session sees them. */
export function hostedJob(twin: ResourceTwin, job: ManifestJob): HostedJob {
  const { parallelism, upgradeMode, state } = jobExplained(twin, job);
  return {
    name: twin.metadata.name,
    parallelism: parallelism !== undefined && isMade(parallelism) ? parallelism.value : undefined,
    upgradeMode,
    running: state === 'running',
  };
}
