import { FlinkSessionJobProps } from './flink-session-job-props';
import { refuseWorkloadShape, wrongShape } from './refuse-shape';
import { FlinkJob } from '../job/flink-job';
import { FlinkJobConfig } from '../job/flink-job-config';
import { Refusal, shown } from '../refusal';

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
  refuseWorkloadShape('workload', workload);
}

/** Refuses a job that would change the pods: those of the session run already. */
export function refuseJobPods({ pods, jobManagerPods, taskManagerPods }: FlinkJobConfig): void {
  if (pods !== undefined || jobManagerPods !== undefined || taskManagerPods !== undefined) {
    throw new Refusal({
      code: 'session-job-pods',
      what: 'this job needs files or containers in its pods, and those of a session cluster run already',
      got: 'a job with pods of its own',
      allowed: 'a jar that the operator fetches',
      fix: 'give the job a cluster of its own by TunedFlinkDeployment, or put its files into the image of the session and name them by FlinkJob.jar',
    });
  }
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
