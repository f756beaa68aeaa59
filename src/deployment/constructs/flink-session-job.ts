import { ApiObject, Chart, GroupVersionKind, JsonPatch } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { firstUse } from './first-use';
import { OperatorVersion } from '../../operator/operator-version';
import { Refusal } from '../../refusal';
import type { StateLocation } from '../../sizing/facts/state-location';
import type { PlanFinding } from '../../sizing/plan/plan-finding';
import type { TuningPlan } from '../../sizing/plan/tuning-plan';
import { hostedBy } from '../manifest/hosted-workloads';
import type { SessionOfJob } from '../manifest/session-job-manifest';
import { FlinkSessionJobProps } from '../props/flink-session-job-props';
import { acknowledgedFor } from '../tree/acknowledged';
import { IFlinkJobResource } from '../tree/flink-job-resource';
import { refuseOtherNamespace } from '../tree/refuse-other-namespace';
import { ResourceCheck } from '../tree/resource-check';
import { pathOf, thoughtThrough } from '../tree/thought-through';

/**
 * A job on a session cluster: its parallelism, checkpoints and other options follow from its work, and are checked
 * against the session. What cannot work is refused here, with the construct's path, before anything is emitted.
 */
export class FlinkSessionJob extends ApiObject implements IFlinkJobResource {
  /** Group, version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkSessionJob' };

  /** Every derived value of the job with its reason; the TaskManagers are the session's. */
  public readonly plan: TuningPlan;
  /** What stays in the way of the facts of the job; empty when nothing does. */
  public readonly findings: PlanFinding[];
  /** Where the state of the job lives: where that of the session does. */
  public readonly stateLocation: StateLocation;
  /** True: the session has directories for checkpoints and savepoints. */
  public readonly snapshots: boolean;
  /** The operator of the session. */
  public readonly operatorVersion: OperatorVersion;

  private readonly check: ResourceCheck;

  constructor(scope: Construct, id: string, props: FlinkSessionJobProps) {
    const name = props.name ?? id;
    const { namespace } = Chart.of(scope);
    const made = thoughtThrough(scope, id, [['FlinkSessionJob', name]], () => {
      refuseOtherNamespace('a session job', 'its session cluster', namespace, Chart.of(props.session).namespace);
      const thought = firstUse.sessionJobs().sessionJobManifest({ name, namespace }, props, knownFor(scope, props));
      hostedBy(props.session)?.claim(props.workload, pathOf(scope, id));
      return thought;
    });
    super(scope, id, { ...FlinkSessionJob.GVK, metadata: { name }, spec: made.spec });
    this.plan = made.plan;
    this.findings = made.findings;
    const { stateLocation, snapshots, operatorVersion } = props.session;
    this.stateLocation = stateLocation;
    this.snapshots = snapshots;
    this.operatorVersion = operatorVersion;
    this.check = new ResourceCheck(this, {
      twin: made.twin,
      patched: (resource) => firstUse.sessionJobs().patchedSessionJob(resource, props, knownFor(this, props)),
      findings: made.findings,
      ruled: (twin, { again, patched }) => firstUse.rules().ruledResource(twin, { again, ours: !patched && props.flinkConfiguration === undefined }),
    });
  }

  /** Changes the resource as it is written, by Kubernetes' own names; what it becomes is checked when cdk8s validates. */
  public addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    this.check.patched();
  }
}

function knownFor(scope: IConstruct, props: FlinkSessionJobProps): SessionOfJob {
  return { ...knownBySession(props), acknowledgements: acknowledgedFor(scope) };
}

function knownBySession({ session, workload, parallelism, maxParallelism, calibration }: FlinkSessionJobProps): SessionOfJob {
  const hosted = hostedBy(session);
  if (hosted === undefined) {
    return {};
  }
  if (parallelism !== undefined || maxParallelism !== undefined || calibration !== undefined) {
    throw new Refusal({
      code: 'session-not-sized',
      what: 'the session has been sized for this job, which cannot ask for other sizes now',
      got: Object.entries({ parallelism, maxParallelism, calibration }).filter(([, value]) => value !== undefined).map(([key]) => key).join(', '),
      allowed: 'sizes in `hosts` of the session alone',
      fix: 'say it in `hosts` of the TunedFlinkSession, beside the workload',
    });
  }
  return { requested: hosted.planOf(workload), resource: hosted.resource, restarts: hosted.restarts };
}
