/**
 * One entry of a Flink configuration that a strategy asks for.
 */
export interface FlinkSetting {
  /** The option's key as Flink 1.20 and newer spell it; options that this library knows get an older version's spelling. */
  readonly key: string;
  /** The value, as Flink reads it. */
  readonly value: string;
  /** Why, in one short phrase for the explanation. */
  readonly reason: string;
}
