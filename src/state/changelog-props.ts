import { Duration, Size } from 'cdk8s';

/**
 * A log of state changes beside the checkpoints: a checkpoint then waits only for what changed since the last one, and the whole
 * state is stored in the background. Flink marks the options of the log experimental up to 2.3. Not with ForSt, and with one
 * checkpoint at a time; a savepoint that the job starts from becomes the job's own and is deleted by it in time, because
 * Flink cannot go on from one that stays the user's.
 */
export interface ChangelogProps {
  /**
   * Time between two times that the whole state is stored. Flink option `state.changelog.periodic-materialize.interval`.
   * @default - Flink's own, 10 minutes
   */
  readonly materializationInterval?: Duration;
  /**
   * Failures to do so in a row before the job fails, from 0. Flink option `state.changelog.max-failures-allowed`.
   * @default - Flink's own, 3
   */
  readonly failuresAllowed?: number;
  /**
   * The log is compressed. Flink option `state.changelog.dstl.dfs.compression.enabled`.
   * @default - Flink's own, false
   */
  readonly compressed?: boolean;
  /**
   * Changes of one operator that are uploaded without waiting for a checkpoint.
   * Flink option `state.changelog.dstl.dfs.preemptive-persist-threshold`.
   * @default - Flink's own, 5 MiB
   */
  readonly preemptiveThreshold?: Size;
  /**
   * Changes on their way before the job waits, from 10 MiB. Heap of a TaskManager that the plan does not count.
   * Flink option `state.changelog.dstl.dfs.upload.max-in-flight`.
   * @default - Flink's own, 100 MiB
   */
  readonly maxInFlight?: Size;
  /**
   * Threads that upload, from 1. Flink option `state.changelog.dstl.dfs.upload.num-threads`.
   * @default - Flink's own, 5
   */
  readonly uploadThreads?: number;
  /**
   * When an upload is tried again. Flink option `state.changelog.dstl.dfs.upload.timeout`.
   * @default - Flink's own, 1 second
   */
  readonly uploadTimeout?: Duration;
  /**
   * How often an upload is tried, from 1. Flink option `state.changelog.dstl.dfs.upload.max-attempts`.
   * @default - Flink's own, 3
   */
  readonly uploadAttempts?: number;
}
