import { percent } from '../units/grouped-number';

/** How unevenly the records fall on the keys. */
export class KeySkew {
  /** No key matters more than another. */
  public static readonly EVEN = new KeySkew('even');
  /** Some keys are busier; the busiest slot does half as much again as the mean. */
  public static readonly MODERATE = new KeySkew('moderate');
  /** A few keys are far busier; the busiest slot does three times the mean. */
  public static readonly HIGH = new KeySkew('high');

  /**
   * The busiest key is known.
   * @param share of all keyed records that fall on it; above 0, below 1, or refused with `[workload-skew]`
   */
  public static hottestKey(share: number): KeySkew {
    return new KeySkew('hottest key', share);
  }

  private constructor(
    /** `even`, `moderate`, `high` or `hottest key`. */
    public readonly name: string,
    /** Share of all keyed records that fall on the busiest key, where it is known. */
    public readonly hottestKeyShare?: number,
  ) {}

  /** For people. */
  public toString(): string {
    return this.hottestKeyShare === undefined ? this.name : `${this.name} with ${percent(this.hottestKeyShare)} of the records`;
  }
}
