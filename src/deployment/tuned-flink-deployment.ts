import { Chart, JsonPatch } from 'cdk8s';
import { IServiceAccount, PersistentVolumeAccessMode, PersistentVolumeClaim } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { claimName } from './claimed-names';
import { firstUse } from './first-use';
import { flinkServiceAccount, SERVICE_ACCOUNT_NAME } from './flink-service-account';
import { TunedFlinkDeploymentProps } from './tuned-flink-deployment-props';
import type { TunedManifest } from './tuned-manifest';
import { FlinkDeployment } from '../operator/flink-deployment';
import { Refusal } from '../refusal';
import type { TuningPlan } from '../sizing/plan/tuning-plan';

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

  private readonly intent: TunedFlinkDeploymentProps;
  /** What is wrong with the resource as patched: not yet known after a patch, nothing to know without one. */
  private patchErrors?: string[] | 'unknown';

  constructor(scope: Construct, id: string, props: TunedFlinkDeploymentProps) {
    // All thought through first: whoever catches a refusal finds nothing half-made in the tree.
    const name = props.name ?? id;
    const made = thoughtThrough(scope, id, name, props);
    const serviceAccount = props.serviceAccount ?? flinkServiceAccount(scope);
    super(scope, id, { metadata: { name }, spec: made.spec });
    this.intent = props;
    this.plan = made.plan;
    this.serviceAccount = serviceAccount;
    for (const claim of made.newClaims) {
      new PersistentVolumeClaim(this, claim.name, {
        metadata: { name: claim.name },
        accessModes: [PersistentVolumeAccessMode.READ_WRITE_MANY],
        storage: claim.storage,
        storageClassName: claim.storageClassName,
      });
    }
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
    return sayingWhere(this.node.path, () => firstUse().explainManifest(this.toJson(), this.intent));
  }

  /** cdk8s validates once for each chart and once more; only a new patch is worth another look. */
  private errorsOfPatches(): string[] {
    if (this.patchErrors === 'unknown') {
      this.patchErrors = errorsOf(() => firstUse().patchedCluster(this.toJson(), this.intent));
    }
    return this.patchErrors ?? [];
  }
}

function thoughtThrough(scope: Construct, id: string, name: string, props: TunedFlinkDeploymentProps): TunedManifest {
  const path = scope.node.path === '' ? id : `${scope.node.path}/${id}`;
  return sayingWhere(path, () => {
    const placement = { name, namespace: Chart.of(scope).namespace, serviceAccount: props.serviceAccount?.name ?? SERVICE_ACCOUNT_NAME };
    const made = firstUse().tunedManifest(placement, props);
    // An id that is taken is refused by the tree itself, and must not take a name.
    if (scope.node.tryFindChild(id) === undefined) {
      claimName(scope, path, name);
    }
    return made;
  });
}

function sayingWhere<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Refusal ? error.at(path) : error;
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
