import { Chart } from 'cdk8s';
import { IServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { bindStrategies, BoundStrategies } from './bound-strategies';
import { claimName } from './claimed-names';
import { refuseContradictions, sizingRequest } from './deployment-request';
import { flinkServiceAccount } from './flink-service-account';
import { TunedFlinkDeploymentProps } from './tuned-flink-deployment-props';
import { FlinkConfiguration } from '../flink/configuration/flink-configuration';
import { versionInImage } from '../flink/flink-image';
import { FlinkVersion } from '../flink/flink-version';
import { admit, refuseName } from '../operator/admission';
import { EffectiveCluster, effectiveCluster } from '../operator/effective-cluster';
import { FlinkDeployment } from '../operator/flink-deployment';
import { FlinkDeploymentSpec, UpgradeMode } from '../operator/flink-deployment-spec';
import { FlinkDeploymentManifest } from '../operator/manifest';
import { OperatorVersion } from '../operator/operator-version';
import { renderSpec } from '../operator/render-spec';
import { podTemplate } from '../pods/pod-template';
import { refusingAt, Refusal } from '../refusal';
import { explain } from '../report/explain';
import { REFUSAL_PACK } from '../rules/refusal-pack';
import { refuseFindings } from '../rules/rule';
import { TuningPlan } from '../sizing/tuning-plan';
import { renderResourceMemory } from '../units/kubernetes-quantity';
import { MemorySize } from '../units/memory-size';

/**
 * A FlinkDeployment whose memory, slots, parallelism, checkpoints, state backend and pods follow from what
 * the job is. What cannot work is refused here, with the construct's path, before anything is emitted.
 *
 * Makes a FlinkDeployment and, unless a service account is passed, a ServiceAccount, Role and RoleBinding.
 */
export class TunedFlinkDeployment extends Construct {
  /** Name of the FlinkDeployment. */
  public readonly name: string;
  /** Every derived value with its reason. */
  public readonly plan: TuningPlan;
  /** The service account of the pods. */
  public readonly serviceAccount: IServiceAccount;
  /** The resource that is emitted; `addJsonPatch` on it is checked again before the manifest is written. */
  public readonly resource: FlinkDeployment;

  private readonly props: TunedFlinkDeploymentProps;
  private readonly configuration: FlinkConfiguration;
  /** The Flink by whose spelling both the job and the operator, which has classes of its own, read every key. */
  private readonly reader: FlinkVersion;
  private readonly cluster: EffectiveCluster;
  private checkedRevision = 0;
  private errors: string[] = [];

  constructor(scope: Construct, id: string, props: TunedFlinkDeploymentProps) {
    super(scope, id);
    const operator = props.operatorVersion ?? OperatorVersion.V1_16;
    const { namespace } = Chart.of(this);
    this.props = props;
    this.name = props.name ?? id;
    this.reader = operator.flinkClasses.isAtLeast(props.flinkVersion) ? props.flinkVersion : operator.flinkClasses;

    const { plan, bound } = refusingAt(this.node.path, () => {
      refuseName(this.name);
      claimName(this, namespace, this.name);
      refuseContradictions(props, operator);
      const flinkVersion = versionInImage(props.image, props.flinkVersion);
      const derived = TuningPlan._derive(sizingRequest(props));
      return { plan: derived, bound: bindStrategies(this, this.name, flinkVersion, derived, props) };
    });
    this.plan = plan;
    this.configuration = bound.configuration;
    this.serviceAccount = props.serviceAccount ?? flinkServiceAccount(this, this.name);

    const { spec, cluster } = refusingAt(this.node.path, () => {
      const written = this.specOf(bound);
      return { spec: written, cluster: check({ metadata: { name: this.name, namespace }, spec: renderSpec(written) }) };
    });
    this.cluster = cluster;
    this.resource = new FlinkDeployment(this, 'Resource', { metadata: { name: this.name }, spec });
    this.node.addValidation({ validate: () => this.patchErrors() });
  }

  /**
   * Every decision with its range and reason, the memory of a TaskManager, and the Flink configuration with
   * the author of each setting, as text for a terminal.
   */
  public explain(): string {
    return explain({
      name: this.name,
      flinkVersion: this.props.flinkVersion,
      plan: this.plan,
      settings: this.configuration.spelledFor(this.reader),
      cluster: this.cluster,
    });
  }

  private specOf({ configuration, pods, snapshots }: BoundStrategies): FlinkDeploymentSpec {
    const { image, flinkVersion, job } = this.props;
    const { plan } = this;
    return {
      image,
      flinkVersion: flinkVersion.operatorName,
      serviceAccount: this.serviceAccount.name,
      flinkConfiguration: configuration.render(this.reader),
      podTemplate: podTemplate(pods) as { [key: string]: any } | undefined,
      jobManager: { resource: { cpu: plan.jobManagerCpu.amountInCores, memory: memoryText(plan.jobManagerMemory) } },
      taskManager: { resource: { cpu: plan.taskManagerCpu.amountInCores, memory: memoryText(plan.taskManagerMemory) } },
      job: {
        jarUri: job.uri,
        entryClass: job.entryClass,
        args: job.args.length === 0 ? undefined : job.args,
        parallelism: plan.parallelism,
        state: 'running',
        upgradeMode: snapshots ? UpgradeMode.SAVEPOINT : UpgradeMode.STATELESS,
      },
    };
  }

  /** cdk8s validates once per chart and once more; only a new patch is worth another look. */
  private patchErrors(): string[] {
    if (this.checkedRevision !== this.resource._revision) {
      this.checkedRevision = this.resource._revision;
      this.errors = errorsOf(this.resource.toJson());
    }
    return this.errors;
  }
}

/** What will run; throws where the operator or Flink would refuse it, or where it must not be emitted. */
function check(manifest: FlinkDeploymentManifest): EffectiveCluster {
  admit(manifest);
  const cluster = effectiveCluster(manifest);
  refuseFindings(REFUSAL_PACK, cluster);
  return cluster;
}

function errorsOf(manifest: FlinkDeploymentManifest): string[] {
  try {
    check(manifest);
    return [];
  } catch (error) {
    if (error instanceof Refusal) {
      return [error.message];
    }
    throw error;
  }
}

function memoryText(memory: MemorySize): string {
  return renderResourceMemory(BigInt(memory.mebibytes));
}
