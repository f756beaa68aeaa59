import { scheduleFindings } from './checkpoint-schedule-findings';
import { jarInCluster } from './jar-in-cluster';
import { jobSpec } from './job-spec';
import { refuseClusterOptions, refuseSessionJobShape, submittedJob } from './refuse-session-job';
import { FlinkConfiguration } from '../../flink/configuration/flink-configuration';
import { SettingRank } from '../../flink/configuration/provenance';
import { admitSessionJob } from '../../operator/admission/admit-session-job';
import { flattenConfiguration } from '../../operator/configuration/flatten-configuration';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { UpgradeMode } from '../../operator/flink-deployment-spec';
import { refuseMissingFields } from '../../operator/manifest/fields-missing-in';
import { FlinkDeploymentManifest, FlinkSessionJobManifest, ManifestMetadata } from '../../operator/manifest/flink-manifests';
import { renderSpec } from '../../operator/render-spec';
import { ResourceTwin } from '../../operator/resource-twin';
import { sessionJobAsApplication } from '../../operator/session-job-as-application';
import { Acknowledgement } from '../../rules/acknowledgement';
import { REFUSAL_PACK } from '../../rules/refusal-pack';
import { refuseFindings } from '../../rules/rule';
import { derivePlan } from '../../sizing/plan/derive-plan';
import { PlanFinding } from '../../sizing/plan/plan-finding';
import { RequestedPlan } from '../../sizing/plan/plan-settings';
import { TuningPlan } from '../../sizing/plan/tuning-plan';
import { hostedJobSettings } from '../../sizing/session/session-settings';
import { admittedSessionJob } from '../cluster/admitted-twin';
import { installationOf, Installed } from '../cluster/checked-cluster';
import { readerOf } from '../cluster/cluster-spec';
import { patchedManifest } from '../cluster/patched-resource';
import { FlinkSessionJobProps } from '../props/flink-session-job-props';

/** What the session of a job knows of it; nothing where another app makes the session. */
export interface SessionOfJob {
  readonly requested?: RequestedPlan;
  readonly resource?: FlinkDeploymentManifest;
  /** False: the session decides how jobs start again. */
  readonly restarts?: boolean;
  /** What somebody lives with. */
  readonly acknowledgements?: readonly Acknowledgement[];
}

/** A session job, thought through before anything of it stands in the tree. */
export interface SessionJobManifest {
  readonly plan: TuningPlan;
  readonly findings: PlanFinding[];
  readonly spec: FlinkSessionJobManifest['spec'];
  readonly twin: ResourceTwin;
}

/** The whole way: work → plan → settings → resource → verdict. Throws where it cannot work. */
export function sessionJobManifest(metadata: ManifestMetadata, props: FlinkSessionJobProps, known: SessionOfJob): SessionJobManifest {
  refuseSessionJobShape(metadata.name, props);
  const { session, job, flinkConfiguration = {}, restartNonce } = props;
  const { name, flinkVersion } = session;
  const requested = known.requested ?? requestedPlan(props);
  const bound = submittedJob(job);
  refuseClusterOptions(flinkConfiguration);

  const decided = hostedJobSettings(requested, { restarts: known.restarts ?? true });
  const configuration = new FlinkConfiguration()
    .add(SettingRank.SIZING, 'the plan', decided.derived)
    .add(SettingRank.PROPERTY, 'your properties', decided.explicit)
    .addRaw(flinkConfiguration);
  const upgradeMode = job.props.upgradeMode ?? (session.snapshots ? UpgradeMode.SAVEPOINT : UpgradeMode.STATELESS);
  const { job: rendered } = renderSpec({ flinkVersion: flinkVersion.operatorName, job: jobSpec(job, { job: bound, upgradeMode }, requested.plan) });
  const manifest: FlinkSessionJobManifest = {
    metadata,
    spec: { deploymentName: name, job: rendered as FlinkSessionJobManifest['spec']['job'], flinkConfiguration: configuration.render(readerOf(session)), restartNonce },
  };
  const twin = check(manifest, props, known);
  const findings = [...requested.plan.findings, ...bound.findings ?? [], ...scheduleFindings(configuration.values, requested),
    ...jarInCluster(manifest.spec.job?.jarURI, session.operatorVersion, session.operatorConfiguration)];
  return { plan: requested.plan, findings, spec: manifest.spec, twin };
}

/** The verdict on the resource as it is after patches. */
export function patchedSessionJob(resource: unknown, props: FlinkSessionJobProps, known: SessionOfJob): ResourceTwin {
  const manifest = patchedManifest('FlinkSessionJob', resource, props.session.operatorVersion);
  refuseClusterOptions(Object.fromEntries(flattenConfiguration(manifest.spec.flinkConfiguration ?? {})));
  return check(manifest, props, known);
}

function check(manifest: FlinkSessionJobManifest, { session }: FlinkSessionJobProps, { resource, acknowledgements }: SessionOfJob): ResourceTwin {
  const installed: Installed = session;
  const installation = installationOf(installed);
  refuseMissingFields('FlinkSessionJob', manifest, installation.release);
  admitSessionJob(manifest, resource, installation);
  const cluster = new EffectiveCluster(sessionJobAsApplication(manifest, session.flinkVersion.operatorName, resource), installation);
  refuseFindings(REFUSAL_PACK, cluster, acknowledgements);
  return admittedSessionJob(manifest, cluster, resource);
}

/** Of a session that another app makes, and has sized. */
function requestedPlan({ session, workload, parallelism, maxParallelism, calibration }: FlinkSessionJobProps): RequestedPlan {
  const { flinkVersion, taskSlots, stateLocation, snapshots: checkpoints } = session;
  const request = { workload, parallelism, maxParallelism, calibration, flinkVersion, taskSlots, stateLocation, checkpoints };
  return { request, plan: derivePlan(request) };
}
