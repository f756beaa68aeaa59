import { FlinkJob } from '../../job/flink-job';
import { FlinkJobConfig } from '../../job/flink-job-config';
import { Refusal, shown } from '../../refusal';
import { refuseJobShape, refuseWorkloadShape } from '../cluster/refuse-shape';
import { FlinkSessionJobProps } from '../props/flink-session-job-props';
import { wrongShape } from '../props/wrong-shape';

/** Kubernetes' names of resources. */
const RESOURCE_NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;
/** Read when a process starts, or by the cluster on behalf of all jobs. */
const OF_CLUSTER = /^(taskmanager|jobmanager|kubernetes(?!\.operator\.)|high-availability|blob|rest|web|security|metrics|env|process|cluster|io)\./;

/** Refuses what is missing or of another type, which plain JavaScript allows, and a name that Kubernetes does not take. */
export function refuseSessionJobShape(name: string, { session, job, workload }: FlinkSessionJobProps): void {
  if (!RESOURCE_NAME.test(name)) {
    throw new Refusal({
      code: 'session-job-name',
      what: 'Kubernetes does not accept this name of a FlinkSessionJob',
      got: `${shown(name)}, ${name.length} characters`,
      allowed: '1 to 253 lower-case letters, digits, dashes and dots, a letter or digit first and last',
      fix: 'choose another name; it is never shortened for you',
    });
  }
  if (typeof session?.taskSlots !== 'number') {
    throw wrongShape('session', session, 'IFlinkSession', 'new TunedFlinkSession(…)');
  }
  if (!(job instanceof FlinkJob)) {
    throw wrongShape('job', job, 'FlinkJob', 'FlinkJob.jar({ uri })');
  }
  refuseJobShape(job.props);
  refuseWorkloadShape('workload', workload);
}

/** What the operator submits; refuses a job that needs pods of its own, for those of the session run already. */
export function submittedJob(job: FlinkJob): FlinkJobConfig {
  const submitted = job._submitted();
  if (submitted === undefined) {
    throw new Refusal({
      code: 'session-job-pods',
      what: 'this job needs files or containers in its pods, and those of a session cluster run already',
      got: 'a Python or SQL job, or an artifact',
      allowed: 'FlinkJob.jar with a `uri` that the operator fetches',
      fix: 'give the job a cluster of its own by TunedFlinkDeployment, or publish its jar by https',
    });
  }
  return submitted;
}

/** Refuses options that only a whole cluster can have: in a job they do nothing. */
export function refuseClusterOptions(flinkConfiguration: Record<string, unknown>): void {
  const key = Object.keys(flinkConfiguration).sort().find((one) => OF_CLUSTER.test(one));
  if (key !== undefined) {
    throw new Refusal({
      code: 'cluster-option-of-job',
      what: `${key} belongs to the session cluster, and does nothing in a job of it`,
      got: `${key} in flinkConfiguration of the job`,
      allowed: 'options of one job, for example execution.*, pipeline.*, table.* and kubernetes.operator.*',
      fix: 'set it in the TunedFlinkSession, for all of its jobs',
    });
  }
}
