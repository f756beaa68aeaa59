/** How much arrives. */
export interface ThroughputProps {
  /**
   * Records that all sources together deliver in a second, on the average of a busy hour.
   * Above zero and finite, or refused with `[workload-throughput]` when a plan is made.
   */
  readonly recordsPerSecond: number;
  /**
   * Records a second at the worst moment that must still be kept up with. Not below `recordsPerSecond`,
   * or refused with `[workload-peak]`.
   * @default - the same as recordsPerSecond: a steady rate
   */
  readonly peakRecordsPerSecond?: number;
  /**
   * Mean size of one record as it is read, in bytes. Above zero and finite.
   * @default 512
   */
  readonly averageRecordBytes?: number;
  /**
   * How many times as much the deployment must carry before it is sized again: multiplies throughput and state.
   * From 1, or refused with `[workload-growth]`.
   * @default 1
   */
  readonly growth?: number;
}

/** How much arrives: records a second, their size, their peak and their growth. */
export class Throughput {
  /** As counted or estimated. */
  public static of(props: ThroughputProps): Throughput {
    const { recordsPerSecond, peakRecordsPerSecond = recordsPerSecond, averageRecordBytes = 512, growth = 1 } = props;
    return new Throughput(recordsPerSecond, peakRecordsPerSecond, averageRecordBytes, growth);
  }

  private constructor(
    /** Records a second over all sources, on average. */
    public readonly recordsPerSecond: number,
    /** Records a second over all sources, at the worst moment. */
    public readonly peakRecordsPerSecond: number,
    /** Mean bytes of a record. */
    public readonly averageRecordBytes: number,
    /** How many times as much must be carried in the end. */
    public readonly growth: number,
  ) {}
}
