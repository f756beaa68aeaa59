import { FlinkStateSnapshotManifest } from '../../operator/manifest/flink-manifests';
import { Category, Pack, ResourceRule, Severity } from '../rule';

const SNAPSHOT = (savepoint: string) => `apiVersion: flink.apache.org/v1beta1
kind: FlinkStateSnapshot
metadata: { name: before-release }
spec:
  savepoint: ${savepoint}
  jobReference: { kind: FlinkDeployment, name: orders }
`;

export const snapshotDisposal: ResourceRule = {
  id: 'snapshot-disposed-on-delete',
  pack: Pack.PRODUCTION,
  category: Category.UPGRADES,
  severity: Severity.INFO,
  title: 'a savepoint that goes with its resource, without anybody having said so',
  why: 'disposeOnDelete is true by default: whoever deletes or prunes the FlinkStateSnapshot deletes the savepoint in the store',
  fix: 'write savepoint.disposeOnDelete: true where that is meant, otherwise false',
  source: 'operator SavepointSpec.disposeOnDelete; StateSnapshotReconciler.cleanup',
  fires: SNAPSHOT('{ path: "s3://flink-state/orders/savepoints" }'),
  passes: SNAPSHOT('{ path: "s3://flink-state/orders/savepoints", disposeOnDelete: false }'),
  checkResource: ({ kind, manifest: { spec } }) => {
    const { savepoint } = kind === 'FlinkStateSnapshot' ? spec as FlinkStateSnapshotManifest['spec'] : {};
    return savepoint === undefined || savepoint.disposeOnDelete !== undefined || savepoint.alreadyExists === true ? [] : [{
      path: ['spec', 'savepoint', 'disposeOnDelete'],
      what: 'deleting this resource deletes the savepoint too',
      got: 'nothing',
      allowed: 'true or false, as it is meant',
      becomes: 'true',
    }];
  },
};
