import { isHighlyAvailable } from '../../flink/high-availability';
import { checkpointInterval } from '../checkpoints/checkpoint-schedule';
import { Category, Pack, Rule, ResourceRule, Severity } from '../rule';
import { placeOfOption } from '../written-option';

const TYPE = 'high-availability.type';
const FIX = 'set high-availability.type: kubernetes and high-availability.storageDir to a directory in an object store';

export const noHighAvailability: ResourceRule = {
  id: 'no-high-availability',
  pack: Pack.PRODUCTION,
  category: Category.HIGH_AVAILABILITY,
  severity: Severity.WARNING,
  title: 'checkpoints that no new JobManager finds',
  why: 'without high availability nobody remembers the last checkpoint but the JobManager: when its pod is evicted or crashes, the next one starts the job '
    + 'from the savepoint of the last upgrade, or from nothing, and upgradeMode last-state has no metadata to go on from',
  fix: FIX,
  source: 'Flink docs, high availability: JobManager failover; operator AbstractJobReconciler, ApplicationReconciler: MSG_HA_METADATA_NOT_AVAILABLE; tuning chapter §8',
  fires: 'flinkConfiguration: { high-availability.type: null, high-availability.storageDir: null }',
  passes: 'flinkConfiguration: { high-availability.type: kubernetes }',
  checkResource: ({ kind, cluster }) => {
    const job = cluster?.manifest.spec.job;
    // A job of a session comes back by the operator.
    if (kind !== 'FlinkDeployment' || cluster === undefined || job === undefined || isHighlyAvailable(cluster.configuration)
      || checkpointInterval(cluster.configuration) === undefined) {
      return [];
    }
    const { upgradeMode = 'stateless' } = job;
    return [{
      path: placeOfOption(cluster, TYPE),
      what: upgradeMode === 'last-state' ? 'this job is upgraded from its last state, which is lost with the JobManager'
        : 'when the JobManager goes, the job does not find its last checkpoint',
      got: `checkpoints and no high availability, with upgradeMode ${upgradeMode}`,
      allowed: 'kubernetes',
      becomes: `after a restart of the JobManager ${upgradeMode === 'stateless' ? 'a job that starts empty' : 'the job as it was at its last upgrade'}`,
    }];
  },
};

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
