import { isHighlyAvailable } from '../../flink/high-availability';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { checkpointInterval } from '../checkpoints/checkpoint-schedule';
import { Category, Pack, Rule, ResourceRule, Severity } from '../rule';
import { placeOfOption } from '../written-option';

const TYPE = 'high-availability.type';
const FIX = 'set high-availability.type: kubernetes and high-availability.storageDir to a directory in an object store';

export const lastStateWithoutMetadata: ResourceRule = {
  id: 'last-state-without-high-availability',
  pack: Pack.PRODUCTION,
  category: Category.HIGH_AVAILABILITY,
  severity: Severity.WARNING,
  title: 'upgrades from a last state that goes with the JobManager',
  why: 'without high availability only the running JobManager knows the last checkpoint: when it is gone, the operator has nothing to go on from, and asks for a restore by hand',
  fix: FIX,
  source: 'operator ApplicationReconciler.getJobUpgrade: MSG_HA_METADATA_NOT_AVAILABLE, MSG_MANUAL_RESTORE_REQUIRED; docs, job management: last-state',
  fires: 'flinkConfiguration: { high-availability.type: null, high-availability.storageDir: null }\njob: { upgradeMode: last-state }',
  passes: 'job: { upgradeMode: last-state }',
  checkResource: ({ kind, cluster }) => (!losesCheckpoints(kind, cluster) || cluster.manifest.spec.job!.upgradeMode !== 'last-state' ? [] : [{
    path: placeOfOption(cluster, TYPE),
    what: 'this job is upgraded from its last state, which is forgotten with the JobManager',
    got: 'no high availability, with upgradeMode last-state',
    allowed: 'kubernetes',
    becomes: 'no upgrade and no restart from the last checkpoint once the JobManager is gone',
  }]),
};

export const noHighAvailability: ResourceRule = {
  id: 'no-high-availability',
  pack: Pack.STRICT,
  category: Category.HIGH_AVAILABILITY,
  severity: Severity.WARNING,
  title: 'checkpoints that no new JobManager finds',
  why: 'without high availability nobody remembers the last checkpoint but the JobManager: when its pod is evicted or crashes, the next one starts the job '
    + 'from the savepoint of the last upgrade, or from nothing',
  fix: FIX,
  source: 'Flink docs, high availability: JobManager failover; StandaloneCompletedCheckpointStore keeps them in memory; tuning chapter §8',
  fires: 'flinkConfiguration: { high-availability.type: null, high-availability.storageDir: null }',
  passes: 'flinkConfiguration: { high-availability.type: kubernetes }',
  checkResource: ({ kind, cluster }) => {
    if (!losesCheckpoints(kind, cluster) || cluster.manifest.spec.job!.upgradeMode === 'last-state') {
      return [];
    }
    const { upgradeMode = 'stateless' } = cluster.manifest.spec.job!;
    return [{
      path: placeOfOption(cluster, TYPE),
      what: 'when the JobManager goes, the job does not find its last checkpoint',
      got: `no high availability, with upgradeMode ${upgradeMode}`,
      allowed: 'kubernetes',
      becomes: `after a restart of the JobManager ${upgradeMode === 'stateless' ? 'a job that starts empty' : 'the job as it was at its last upgrade'}`,
    }];
  },
};

/** An application that makes some, here or by its code; a job of a session comes back by the operator. */
function losesCheckpoints(kind: string, cluster: EffectiveCluster | undefined): cluster is EffectiveCluster {
  return kind === 'FlinkDeployment' && cluster?.manifest.spec.job !== undefined && !isHighlyAvailable(cluster.configuration)
    && (cluster.manifest.spec.job.upgradeMode === 'savepoint' || checkpointInterval(cluster.configuration) !== undefined);
}

export const sessionWithoutHighAvailability: Rule = {
  id: 'session-without-high-availability',
  pack: Pack.STRICT,
  category: Category.HIGH_AVAILABILITY,
  severity: Severity.INFO,
  title: 'a session cluster that forgets its jobs with its JobManager',
  why: 'all jobs of the session end with the pod of its JobManager, and what was submitted by hand does not come back',
  fix: FIX,
  source: 'Flink docs, high availability: JobManager failover',
  fires: 'flinkConfiguration: { high-availability.type: null, high-availability.storageDir: null }\njob: null',
  passes: 'job: null',
  check: (cluster) => (cluster.manifest.spec.job !== undefined || isHighlyAvailable(cluster.configuration) ? [] : [{
    path: placeOfOption(cluster, TYPE),
    what: 'all jobs of this session end with the pod of its JobManager',
    got: 'no high availability',
    allowed: 'kubernetes',
  }]),
};
