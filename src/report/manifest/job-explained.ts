import { isMade, made } from './made';
import { HostedJob, JobExplanation } from './manifest-explanation';
import { maskedValue } from './setting-origin';
import { readWholeNumber } from '../../flink/configuration/option-reading';
import { ManifestJob } from '../../operator/manifest/flink-manifests';
import { ResourceTwin } from '../../operator/resource-twin';

export function jobExplained(twin: ResourceTwin, job: ManifestJob): JobExplanation {
  const { jarURI, entryClass, args = [], upgradeMode = 'stateless', state = 'running', initialSavepointPath } = job;
  return {
    jar: jarURI === undefined ? undefined : maskedValue('jarURI', jarURI),
    entryClass,
    arguments: args.length,
    upgradeMode,
    state,
    initialSavepoint: initialSavepointPath === undefined ? undefined : maskedValue('initialSavepointPath', initialSavepointPath),
    parallelism: made(() => ({ value: parallelismOf(twin) })),
  };
}

/** The session jobs of a file as their session sees them. */
export function hostedJob(twin: ResourceTwin, job: ManifestJob): HostedJob {
  const { parallelism, upgradeMode, state } = jobExplained(twin, job);
  return { name: twin.metadata.name, parallelism: isMade(parallelism) ? parallelism.value : undefined, upgradeMode, running: state === 'running' };
}

/** A session job has what it is submitted with; where its session is not known, what it writes itself. */
function parallelismOf({ configuration, cluster }: ResourceTwin): number {
  return readWholeNumber(configuration ?? cluster?.configuration ?? new Map(), 'parallelism.default', 1, 1);
}
