/** How much arrives. */
export interface ThroughputProps {
  /**
   * Records that all sources together deliver in a second, at the busiest time that must be kept up with.
   * Above zero and finite, or refused with `[workload-throughput]` when a construct uses it.
   */
  readonly recordsPerSecond: number;
  /**
   * Mean size of one record as it is read, in bytes. Above zero and finite.
   * @default 512
   */
  readonly averageRecordBytes?: number;
}

/** How much arrives: records a second and their size. */
export class Throughput {
  /** A steady rate; for a varying one give the peak. */
  public static of(props: ThroughputProps): Throughput {
    return new Throughput(props.recordsPerSecond, props.averageRecordBytes ?? 512);
  }

  private constructor(
    /** Records a second over all sources. */
    public readonly recordsPerSecond: number,
    /** Mean bytes of a record. */
    public readonly averageRecordBytes: number,
  ) {}

  /** Bytes a second over all sources. */
  public get bytesPerSecond(): number {
    return this.recordsPerSecond * this.averageRecordBytes;
  }
}
