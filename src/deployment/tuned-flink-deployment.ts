import { Chart } from 'cdk8s';
import { IServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { claimName } from './claimed-names';
import { flinkServiceAccount } from './flink-service-account';
import { TunedFlinkDeploymentProps } from './tuned-flink-deployment-props';
import { clusterOf, tunedManifest, TunedManifest } from './tuned-manifest';
import { FlinkVersion } from '../flink/flink-version';
import { FlinkDeployment } from '../operator/flink-deployment';
import { Refusal } from '../refusal';
import { explain } from '../report/explain';
import { TuningPlan } from '../sizing/tuning-plan';

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

  private readonly made: TunedManifest;
  private readonly flinkVersion: FlinkVersion;
  private checkedRevision = 0;
  private patchErrors: string[] = [];

  constructor(scope: Construct, id: string, props: TunedFlinkDeploymentProps) {
    super(scope, id);
    const { namespace } = Chart.of(this);
    this.name = props.name ?? id;
    this.flinkVersion = props.flinkVersion;
    try {
      const serviceAccountName = props.serviceAccount?.name ?? this.name;
      this.made = tunedManifest({ scope: this, name: this.name, namespace, serviceAccountName }, props);
      claimName(this, namespace, this.name);
    } catch (error) {
      // Whoever catches this finds nothing half-made in the tree.
      scope.node.tryRemoveChild(id);
      throw error instanceof Refusal ? error.at(this.node.path) : error;
    }
    this.plan = this.made.plan;
    this.serviceAccount = props.serviceAccount ?? flinkServiceAccount(this, this.name);
    this.resource = new FlinkDeployment(this, 'Resource', { metadata: { name: this.name }, spec: this.made.spec });
    this.node.addValidation({ validate: () => this.validatePatches() });
  }

  /**
   * Every decision with its range and reason, the memory of a TaskManager, and the Flink configuration with
   * the author of each setting, as text for a terminal.
   */
  public explain(): string {
    return explain({ name: this.name, flinkVersion: this.flinkVersion, ...this.made });
  }

  /** cdk8s validates once for each chart and once more; only a new patch is worth another look. */
  private validatePatches(): string[] {
    if (this.checkedRevision !== this.resource._revision) {
      this.checkedRevision = this.resource._revision;
      this.patchErrors = errorsOf(() => clusterOf(this.resource.toJson()));
    }
    return this.patchErrors;
  }
}

function errorsOf(check: () => unknown): string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof Refusal) {
      return [error.message];
    }
    throw error;
  }
}
