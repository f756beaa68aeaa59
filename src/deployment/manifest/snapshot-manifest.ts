import { Chart } from 'cdk8s';
import { SavepointFormat } from '../../checkpointing/operator-snapshots';
import { admitStateSnapshot } from '../../operator/admission/admit-state-snapshot';
import { refuseMissingFields } from '../../operator/manifest/fields-missing-in';
import { FlinkStateSnapshotManifest, ManifestMetadata } from '../../operator/manifest/flink-manifests';
import { ResourceTwin } from '../../operator/resource-twin';
import { Refusal } from '../../refusal';
import { StateLocation } from '../../sizing/facts/state-location';
import { admittedSnapshot } from '../cluster/admitted-twin';
import { patchedManifest } from '../cluster/patched-resource';
import { FlinkStateSnapshotProps } from '../props/flink-state-snapshot-props';
import { refuseRetries } from '../props/refuse-snapshot';
import { SavepointProps, SnapshotKind } from '../props/snapshot-kind';
import { refuseOtherNamespace } from '../tree/refuse-other-namespace';

const RETRIES = 3;

/** A snapshot, thought through before anything of it stands in the tree. */
export interface SnapshotManifest {
  readonly spec: FlinkStateSnapshotManifest['spec'];
  readonly twin: ResourceTwin;
}

/** The resource of a snapshot. Throws where it cannot work. */
export function snapshotManifest(metadata: ManifestMetadata, { job, kind, retries = RETRIES }: FlinkStateSnapshotProps): SnapshotManifest {
  refuseOtherNamespace('a snapshot', 'its job', metadata.namespace, Chart.of(job).namespace);
  refuseRetries(retries);
  const manifest: FlinkStateSnapshotManifest = {
    metadata,
    spec: { backoffLimit: retries, ...contents(kind, job), jobReference: { kind: job.kind, name: job.name } },
  };
  refuseMissingFields('FlinkStateSnapshot', manifest, job.operatorVersion);
  admitStateSnapshot(manifest);
  return { spec: manifest.spec, twin: admittedSnapshot(manifest) };
}

/** The verdict on the resource as it is after patches. */
export function patchedSnapshot(resource: unknown, { job }: FlinkStateSnapshotProps): ResourceTwin {
  const manifest = patchedManifest('FlinkStateSnapshot', resource, job.operatorVersion);
  admitStateSnapshot(manifest);
  return admittedSnapshot(manifest);
}

function contents({ _savepoint: savepoint, _exists: alreadyExists }: SnapshotKind, job: FlinkStateSnapshotProps['job']): FlinkStateSnapshotManifest['spec'] {
  if (!job.snapshots && !alreadyExists && savepoint?.path === undefined) {
    throw new Refusal({
      code: 'snapshot-of-nothing',
      what: 'a snapshot of a job that takes none has nowhere to go',
      got: `${job.kind} ${job.name}, whose checkpoints are disabled`,
      allowed: 'a job with checkpoints, or a savepoint with a path',
      fix: 'give the job a checkpointing, or the savepoint a path',
    });
  }
  if (savepoint === undefined) {
    return { checkpoint: {} };
  }
  const { path, disposeOnDelete = false } = savepoint;
  return { savepoint: { path, disposeOnDelete, ...(alreadyExists ? { alreadyExists } : { formatType: formatOf(savepoint, job) }) } };
}

/** State beside the checkpoints refuses canonical savepoints. */
function formatOf({ format }: SavepointProps, { stateLocation }: FlinkStateSnapshotProps['job']): SavepointFormat {
  const nativeOnly = stateLocation === StateLocation.REMOTE;
  if (nativeOnly && format === SavepointFormat.CANONICAL) {
    throw new Refusal({
      code: 'snapshot-format',
      what: 'ForSt takes no canonical savepoints, and the job would fail',
      got: 'CANONICAL',
      allowed: 'NATIVE',
      fix: 'leave format out',
    });
  }
  return format ?? (nativeOnly ? SavepointFormat.NATIVE : SavepointFormat.CANONICAL);
}
