import { Chart } from 'cdk8s';
import { IServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { claimName } from './claimed-names';
import { flinkServiceAccount, SERVICE_ACCOUNT_NAME } from './flink-service-account';
import { TunedFlinkDeploymentProps } from './tuned-flink-deployment-props';
import { clusterOf, tunedManifest, TunedManifest } from './tuned-manifest';
import { FlinkDeployment } from '../operator/flink-deployment';
import { FlinkDeploymentSpec } from '../operator/flink-deployment-spec';
import { Refusal } from '../refusal';
import { explain } from '../report/explain';
import { TuningPlan } from '../sizing/tuning-plan';

/**
 * A FlinkDeployment whose memory, slots, parallelism, checkpoints, state backend and pods follow from what
 * the job is. What cannot work is refused here, with the construct's path, before anything is emitted.
 *
 * It is the resource itself: `addJsonPatch` changes it by Kubernetes' own names, and is checked again before
 * the manifest is written.
 */
export class TunedFlinkDeployment extends FlinkDeployment {
  /** Every derived value with its reason. */
  public readonly plan: TuningPlan;
  /** The service account of the pods. */
  public readonly serviceAccount: IServiceAccount;

  private readonly made: TunedManifest;
  private checkedRevision = 0;
  private patchErrors: string[] = [];

  constructor(scope: Construct, id: string, props: TunedFlinkDeploymentProps) {
    const late: { spec: FlinkDeploymentSpec } = { spec: { flinkVersion: props.flinkVersion.operatorName } };
    const name = props.name ?? id;
    super(scope, id, { metadata: { name }, get spec() { return late.spec; } });
    const { namespace } = Chart.of(this);
    try {
      const serviceAccountName = props.serviceAccount?.name ?? SERVICE_ACCOUNT_NAME;
      this.made = tunedManifest({ scope: this, name, namespace, serviceAccountName }, props);
      claimName(this, namespace, name);
    } catch (error) {
      // Whoever catches this finds nothing half-made in the tree.
      scope.node.tryRemoveChild(id);
      throw error instanceof Refusal ? error.at(this.node.path) : error;
    }
    late.spec = this.made.spec;
    this.serviceAccount = props.serviceAccount ?? flinkServiceAccount(this);
    this.plan = this.made.plan;
    this.node.addValidation({ validate: () => this.validatePatches() });
  }

  /**
   * Every decision with its range and reason, the memory of a TaskManager, and the Flink configuration with
   * the author of each setting, as text for a terminal.
   */
  public explain(): string {
    return explain({ name: this.name, ...this.made });
  }

  /** cdk8s validates once for each chart and once more; only a new patch is worth another look. */
  private validatePatches(): string[] {
    if (this.checkedRevision !== this._revision) {
      this.checkedRevision = this._revision;
      this.patchErrors = errorsOf(() => clusterOf(this.toJson()));
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
