import { ApplicationParts, applicationParts } from './application-parts';
import { jobSpec } from './job-spec';
import { versionInImage } from '../../flink/flink-image';
import { refuseName } from '../../operator/admission/names';
import { ClusterMode } from '../../operator/cluster-mode';
import { FlinkDeploymentSpec } from '../../operator/flink-deployment-spec';
import { OperatorVersion } from '../../operator/operator-version';
import { renderSpec } from '../../operator/render-spec';
import { ResourceTwin } from '../../operator/resource-twin';
import { SizingRequest } from '../../sizing/facts/sizing-request';
import { derivePlan } from '../../sizing/plan/derive-plan';
import { PlanFinding } from '../../sizing/plan/plan-finding';
import { TuningPlan } from '../../sizing/plan/tuning-plan';
import { admittedDeployment } from '../cluster/admitted-twin';
import { checkedCluster } from '../cluster/checked-cluster';
import { clusterSpec } from '../cluster/cluster-spec';
import { sameCompanions } from '../cluster/companions-of-pods';
import { refuseContradictions, sizingRequest } from '../cluster/deployment-request';
import { refuseSecretOptions } from '../cluster/refuse-secret-option';
import { refuseShape } from '../cluster/refuse-shape';
import { CompleteDeploymentProps, optionsOf } from '../defaults/complete-props';
import { findingsByLevel } from '../props/finding-level';

/** A deployment, thought through from intent to what will run, before anything of it stands in the tree. */
export interface TunedManifest {
  readonly plan: TuningPlan;
  readonly parts: ApplicationParts;
  /** The plan's and the strategies', by their levels. */
  readonly findings: PlanFinding[];
  readonly spec: FlinkDeploymentSpec;
}

/** A deployment with what will run. */
export interface CheckedManifest extends TunedManifest {
  readonly twin: ResourceTwin;
}

/** What the construct tree decides. */
export interface Placement {
  readonly name: string;
  readonly namespace?: string;
  readonly serviceAccount: string;
}

/** The whole way: facts → plan → settings → resource → twin → verdict. Throws where it cannot work. */
export function tunedManifest(placement: Placement, props: CompleteDeploymentProps): CheckedManifest {
  const made = manifestFor(placement, props);
  const cluster = checkedCluster({ metadata: placement, spec: renderSpec(made.spec) }, props, optionsOf(props));
  refuseSecretOptions(cluster, made.parts.cluster, props);
  return { ...made, twin: admittedDeployment(cluster) };
}

/** The way up to the resource. */
export function manifestFor({ name, serviceAccount }: Placement, props: CompleteDeploymentProps): TunedManifest {
  const { inherited: { writtenImage }, flinkVersion, operatorVersion = OperatorVersion.V1_16, mode = ClusterMode.NATIVE } = props;
  refuseShape(props);
  refuseName(name);
  refuseContradictions([props.workload], props, operatorVersion);

  const context = { name, flinkVersion: versionInImage(writtenImage, flinkVersion), operatorVersion, mode };
  const planned = (request: SizingRequest) => {
    const plan = derivePlan(request);
    return { plan, parts: applicationParts(context, { request, plan }, props) };
  };
  const request = sizingRequest(props);
  const first = planned(request);
  const { cluster: { companions }, jobManagers = 1 } = first.parts;
  // A strategy may bring containers and JobManagers, and is asked only when there is a plan; they count like those of the properties.
  const { plan, parts } = jobManagers === 1 && sameCompanions(request, companions) ? first : planned({ ...request, ...companions, jobManagers });
  const { taskManagers } = parts;
  const { jobManagerCpu, jobManagerMemory, taskManagerCpu, taskManagerMemory } = plan;
  const sizes = { jobManagerCpu, jobManagerMemory, jobManagers: parts.jobManagers, taskManagerCpu, taskManagerMemory, taskManagers };
  const spec = { job: jobSpec(props.job, parts, plan), ...clusterSpec(props, serviceAccount, parts.cluster, sizes) };
  const findings = findingsByLevel([...plan.findings, ...parts.cluster.findings], props.findingLevels);
  return { plan, parts, findings, spec };
}
