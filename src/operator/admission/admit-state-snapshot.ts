import { broken, Objection } from '../broken-rule';
import { FlinkStateSnapshotManifest } from '../manifest/flink-manifests';

/**
 * The rules for a FlinkStateSnapshot that is new to the cluster, the same in every release that has the kind; the first
 * that it breaks is thrown. Whether the job that it names exists only the cluster can tell.
 */
export function admitStateSnapshot(snapshot: FlinkStateSnapshotManifest): void {
  const objection = snapshotObjection(snapshot);
  if (objection !== undefined) {
    throw objection;
  }
}

function snapshotObjection({ spec }: FlinkStateSnapshotManifest): Objection {
  const { checkpoint, savepoint, jobReference } = spec;
  if ((checkpoint === undefined) === (savepoint === undefined)) {
    return broken('snapshot-kind', 'a snapshot is either a checkpoint or a savepoint', checkpoint === undefined ? 'neither' : 'both',
      'one of spec.checkpoint and spec.savepoint', 'write one of them');
  }
  return savepoint?.alreadyExists === true || jobReference !== undefined ? undefined
    : broken('snapshot-job', 'a snapshot needs the job that it is of', 'none', 'spec.jobReference', 'name the job, or say that the savepoint already exists');
}
