import { ApiObject } from 'cdk8s';
import { FlinkDeploymentManifest } from '../../operator/manifest/flink-manifests';
import { Refusal } from '../../refusal';
import { RequestedPlan } from '../../sizing/plan/plan-settings';
import { SessionPlan } from '../../sizing/session/session-plan';
import { requestOf, SessionRequest } from '../../sizing/session/session-request';
import { Workload } from '../../workload/workload';
import { IFlinkSession } from '../tree/flink-session';

/** By session. An ApiObject answers `instanceof` of any of its subclasses with yes, so that it cannot be asked. */
const SESSIONS = new WeakMap<IFlinkSession, HostedWorkloads>();

/** What a session of this app hosts; nothing where another app makes it. */
export function hostedBy(session: IFlinkSession): HostedWorkloads | undefined {
  return SESSIONS.get(session);
}

/** The jobs that a session has been sized for, and those that it has met. */
export class HostedWorkloads {
  private readonly jobs = new Map<Workload, string>();

  constructor(
    private readonly session: IFlinkSession & ApiObject,
    private readonly request: SessionRequest,
    private readonly plan: SessionPlan,
    /** False: the session decides how jobs start again. */
    public readonly restarts: boolean,
  ) {
    SESSIONS.set(session, this);
  }

  /** The session's resource as it is now. */
  public get resource(): FlinkDeploymentManifest {
    return this.session.toJson();
  }

  /** The plan of the job with this work; refuses work that the session was not sized for. */
  public planOf(workload: Workload): RequestedPlan {
    const index = this.request.hosts.findIndex((host) => host.workload === workload);
    if (index < 0) {
      throw new Refusal({
        code: 'session-not-sized',
        what: 'the session was not sized for the work of this job',
        got: `${workload.kind}, which is none of its hosts`,
        allowed: 'the very workload object of one of `hosts`',
        fix: 'add it to `hosts` of the TunedFlinkSession, and pass the same object to both',
      });
    }
    const { jobs, taskSlots, stateLocation } = this.plan;
    return { request: { ...requestOf(this.request.hosts[index], this.request), taskSlots, stateLocation }, plan: jobs[index] };
  }

  /** Gives the slots of this work to the job at `path`; refuses a second job that would need them too. */
  public claim(workload: Workload, path: string): void {
    const holder = this.jobs.get(workload);
    if (holder !== undefined) {
      throw new Refusal({
        code: 'session-not-sized',
        what: 'two jobs want the slots of one host of the session',
        got: `one workload, taken by ${holder}`,
        allowed: 'a host for each job',
        fix: 'give each job a workload object of its own in `hosts`',
      });
    }
    this.jobs.set(workload, path);
  }
}
