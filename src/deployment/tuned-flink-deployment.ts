import { Chart, JsonPatch } from 'cdk8s';
import { IServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { claimName } from './claimed-names';
import { firstUse } from './first-use';
import { flinkServiceAccount } from './flink-service-account';
import { TunedFlinkDeploymentProps } from './tuned-flink-deployment-props';
import type { TunedManifest } from './tuned-manifest';
import type { FlinkVersion } from '../flink/flink-version';
import { FlinkDeployment } from '../operator/flink-deployment';
import { Refusal } from '../refusal';
import type { TuningPlan } from '../sizing/tuning-plan';

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
  private readonly flinkVersion: FlinkVersion;
  /** What is wrong with the resource as patched: not yet known after a patch, nothing to know without one. */
  private patchErrors?: string[] | 'unknown';

  constructor(scope: Construct, id: string, props: TunedFlinkDeploymentProps) {
    const name = props.name ?? id;
    // Made before the deployment, so that whoever applies the file in order has the account before the pods that need it.
    const made = props.serviceAccount === undefined ? flinkServiceAccount(scope) : undefined;
    super(scope, id, { metadata: { name }, spec: { flinkVersion: props.flinkVersion.operatorName } });
    this.serviceAccount = props.serviceAccount ?? made!.account;
    this.flinkVersion = props.flinkVersion;

    const { namespace } = Chart.of(this);
    try {
      this.made = firstUse.tunedManifest({ scope: this, name, namespace, serviceAccountName: this.serviceAccount.name }, props);
      claimName(this, namespace, name);
    } catch (error) {
      // Whoever catches this finds nothing half-made in the tree.
      scope.node.tryRemoveChild(id);
      made?.withdraw();
      throw error instanceof Refusal ? error.at(this.node.path) : error;
    }
    this._complete(this.made.spec);
    this.plan = this.made.plan;
  }

  /** Changes the resource as it is written, by Kubernetes' own names; what it becomes is checked when cdk8s validates. */
  public addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    if (this.patchErrors === undefined) {
      this.node.addValidation({ validate: () => this.errorsOfPatches() });
    }
    this.patchErrors = 'unknown';
  }

  /**
   * Every decision with its range and reason, the memory of a TaskManager, and the Flink configuration with
   * the author of each setting, as text for a terminal.
   */
  public explain(): string {
    const { plan, configuration, reader } = this.made;
    return firstUse.explain({
      name: this.name,
      flinkVersion: this.flinkVersion,
      plan,
      settings: configuration.spelledFor(reader),
      cluster: firstUse.clusterOf(this.toJson()),
    });
  }

  /** cdk8s validates once for each chart and once more; only a new patch is worth another look. */
  private errorsOfPatches(): string[] {
    if (this.patchErrors === 'unknown') {
      this.patchErrors = errorsOf(() => firstUse.clusterOf(this.toJson()));
    }
    return this.patchErrors ?? [];
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
