import { SnapshotKind } from './snapshot-kind';
import { IFlinkJobResource } from '../tree/flink-job-resource';

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
