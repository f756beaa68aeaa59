import { refuseSavepointPath } from './refuse-snapshot';
import { SavepointFormat } from '../../checkpointing/operator-snapshots';

/** A savepoint that is taken. */
export interface SavepointProps {
  /**
   * Where it goes, a directory as a URI. Refused with `[snapshot-path]`.
   * @default - the savepoint directory of the job
   */
  readonly path?: string;
  /**
   * Its form.
   * @default - canonical; native for state beside the checkpoints, which knows no other
   */
  readonly format?: SavepointFormat;
  /**
   * The savepoint itself is deleted with the resource. The operator's own default would, so it is always written.
   * @default false
   */
  readonly disposeOnDelete?: boolean;
}

/** A savepoint that there is already. */
export interface ExistingSavepointProps {
  /** Where it is, as a URI. Refused with `[snapshot-path]`. */
  readonly path: string;
  /**
   * The savepoint itself is deleted with the resource.
   * @default false
   */
  readonly disposeOnDelete?: boolean;
}

/** What kind of snapshot is taken, or registered. */
export class SnapshotKind {
  /** A checkpoint, which the job's own retention deletes again. */
  public static checkpoint(): SnapshotKind {
    return new SnapshotKind();
  }

  /** A savepoint, which stays until somebody deletes it. */
  public static savepoint(props: SavepointProps = {}): SnapshotKind {
    if (props.path !== undefined) {
      refuseSavepointPath(props.path);
    }
    return new SnapshotKind(props);
  }

  /** A savepoint that there is already, for the operator to know of and to clean up. */
  public static existingSavepoint(props: ExistingSavepointProps): SnapshotKind {
    refuseSavepointPath(props.path);
    return new SnapshotKind(props, true);
  }

  private constructor(
    /** @internal */
    public readonly _savepoint?: SavepointProps,
    /** @internal */
    public readonly _exists: boolean = false,
  ) {}
}
