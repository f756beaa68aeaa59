
/** A snapshot to start from. */
export interface InitialSavepoint {
  /** Directory of a savepoint or a retained checkpoint, with its scheme, for example `s3://flink-state/job/savepoints/savepoint-1a2b3c`. */
  readonly path: string;
  /**
   * A change, which a person makes on purpose, throws the present state away and starts again from `path`.
   * A whole number, or refused with `[job-nonce]`.
   * @default - none: `path` counts for the first deployment alone
   */
  readonly redeployNonce?: number;
}
