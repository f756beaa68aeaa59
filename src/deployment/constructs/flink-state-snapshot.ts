import { ApiObject, Chart, GroupVersionKind, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { firstUse } from './first-use';
import { FlinkStateSnapshotProps } from '../props/flink-state-snapshot-props';
import { ResourceCheck } from '../tree/resource-check';
import { thoughtThrough } from '../tree/thought-through';

/**
 * A savepoint or a checkpoint that the operator takes once, when the resource comes. Deleting the resource leaves the
 * savepoint where it is, unless it is told otherwise.
 */
export class FlinkStateSnapshot extends ApiObject {
  /** Group, version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkStateSnapshot' };

  private readonly check: ResourceCheck;

  constructor(scope: Construct, id: string, props: FlinkStateSnapshotProps) {
    const name = props.name ?? id;
    const { namespace } = Chart.of(scope);
    const { spec, twin } = thoughtThrough(scope, id, [['FlinkStateSnapshot', name]], () => firstUse.snapshots().snapshotManifest({ name, namespace }, props));
    super(scope, id, { ...FlinkStateSnapshot.GVK, metadata: { name }, spec });
    this.check = new ResourceCheck(this, {
      twin,
      patched: (resource) => firstUse.snapshots().patchedSnapshot(resource, props),
      findings: [],
      ruled: (now, { again }) => firstUse.rules().ruledResource(now, { again, ours: true }),
    });
  }

  /** Changes the resource as it is written, by Kubernetes' own names; what it becomes is checked when cdk8s validates. */
  public addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    this.check.patched();
  }
}
