import { refuseSessionOverBudget } from './session-budget';
import { SessionPlan } from './session-plan';
import { sessionJobManager, sessionTaskManager } from './session-processes';
import { HostedWork, requestOf, SessionRequest } from './session-request';
import { SessionValues } from './session-values';
import { Refusal } from '../../refusal';
import { Reasoned } from '../decision/decide';
import { StateLocation } from '../facts/state-location';
import { derivePlan } from '../plan/derive-plan';
import { podRequest } from '../plan/pod-request';
import { TuningPlan } from '../plan/tuning-plan';

/** From the work of all jobs to the cluster that they share. */
export function deriveSessionPlan(request: SessionRequest): SessionPlan {
  if (request.hosts.length === 0) {
    throw new Refusal({
      code: 'session-without-work',
      what: 'a session cluster is sized for the jobs that it hosts, and there are none',
      got: 'no hosts',
      allowed: 'one workload and more',
      fix: 'give the work of each job in `hosts`',
    });
  }
  const plan = planFor(request);
  refuseSessionOverBudget(plan, request);
  return plan;
}

function planFor(request: SessionRequest): SessionPlan {
  const placed = withLocation(request);
  const alone = placed.hosts.map((host) => jobPlan(placed, host));
  const taskSlots = Math.max(...alone.map((plan) => plan.taskSlots));
  const shaped: SessionRequest = { ...placed, shared: { ...placed.shared, taskSlots } };
  const jobs = alone.map((plan, index) => (plan.taskSlots === taskSlots ? plan : jobPlan(shaped, placed.hosts[index])));
  const taskManager = sessionTaskManager(jobs, taskSlots, request);
  const jobManager = sessionJobManager(jobs, request);
  const { jobManagers = 1, jobManagerCompanions, taskManagerCompanions } = request.shared;
  const values: SessionValues = {
    jobs,
    stateLocation: jobs[0].stateLocation,
    taskSlots,
    ...taskManager.values,
    ...jobManager.values,
    jobManagers,
    taskManagerPod: podRequest(taskManager.values.taskManagerCpu, taskManager.values.taskManagerMemory, taskManagerCompanions),
    jobManagerPod: podRequest(jobManager.values.jobManagerCpu, jobManager.values.jobManagerMemory, jobManagerCompanions),
    findings: jobs.flatMap(({ workload: { kind }, findings }, index) =>
      findings.map((finding) => ({ ...finding, message: `job ${index + 1}, ${kind}: ${finding.message}` }))),
  };
  return SessionPlan._of(values, (): Reasoned[] => [...taskManager.decided(), ...jobManager.decided()]);
}

/** One place for the state of all jobs: a backend belongs to the cluster. A disk holds small states too, a heap no large ones. */
function withLocation(request: SessionRequest): SessionRequest {
  if (request.shared.stateLocation !== undefined) {
    return request;
  }
  const wanted = request.hosts.map((host) => jobPlan(request, host).stateLocation);
  const stateLocation = [StateLocation.REMOTE, StateLocation.LOCAL_DISK].find((location) => wanted.includes(location)) ?? StateLocation.HEAP;
  return { ...request, shared: { ...request.shared, stateLocation } };
}

function jobPlan(request: SessionRequest, host: HostedWork): TuningPlan {
  return derivePlan(requestOf(host, request));
}
