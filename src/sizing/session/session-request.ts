import { Calibration } from '../../workload/calibration';
import { Workload } from '../../workload/workload';
import { SizingRequest } from '../facts/sizing-request';

/** One job that a session cluster is sized for. */
export interface HostedWork {
  readonly workload: Workload;
  readonly parallelism?: number;
  readonly maxParallelism?: number;
  readonly calibration?: Calibration;
}

/** What the plan of a session is derived from: the work of each job, and what is decided for the cluster that they share. */
export interface SessionRequest {
  readonly hosts: HostedWork[];
  /** What holds for every job; the work of one and what is decided for it come on top. */
  readonly shared: Omit<SizingRequest, keyof HostedWork | 'budget'>;
  readonly budget?: SizingRequest['budget'];
}

/** The request of one job, as if it ran alone on a cluster of that shape. */
export function requestOf(host: HostedWork, { shared }: SessionRequest): SizingRequest {
  return { ...shared, ...host };
}
