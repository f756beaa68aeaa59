import { ApiObject, Chart, GroupVersionKind, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { firstUse } from './first-use';
import { IFlinkJobResource } from './flink-job-resource';
import { PatchCheck } from './patch-check';
import { SnapshotKind } from './snapshot-kind';
import { thoughtThrough } from './thought-through';

/** A snapshot of a job's state. */
export interface FlinkStateSnapshotProps {
  /** The job, in the namespace of the snapshot. */
  readonly job: IFlinkJobResource;
  /** A savepoint or a checkpoint, or a savepoint that there is already. */
  readonly kind: SnapshotKind;
  /**
   * How often a snapshot that has failed is tried again, from 0. Always written, because up to operator 1.15 the default never tries again.
   * Refused with `[snapshot-retries]`. Field `spec.backoffLimit`.
   * @default 3
   */
  readonly retries?: number;
  /**
   * Name of the FlinkStateSnapshot. A snapshot is taken once for each name: another one needs another.
   * @default - the construct's id
   */
  readonly name?: string;
}

/**
 * A savepoint or a checkpoint that the operator takes once, when the resource comes. Deleting the resource leaves the
 * savepoint where it is, unless it is told otherwise.
 */
export class FlinkStateSnapshot extends ApiObject {
  /** Group, version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkStateSnapshot' };

  private readonly patchCheck: PatchCheck;

  constructor(scope: Construct, id: string, props: FlinkStateSnapshotProps) {
    const name = props.name ?? id;
    const { namespace } = Chart.of(scope);
    const spec = thoughtThrough(scope, id, [['FlinkStateSnapshot', name]], () => firstUse.snapshots().snapshotSpec({ name, namespace }, props));
    super(scope, id, { ...FlinkStateSnapshot.GVK, metadata: { name }, spec });
    this.patchCheck = new PatchCheck(this, (resource) => firstUse.snapshots().patchedSnapshot(resource, props));
  }

  /** Changes the resource as it is written, by Kubernetes' own names; what it becomes is checked when cdk8s validates. */
  public addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    this.patchCheck.patched();
  }
}
