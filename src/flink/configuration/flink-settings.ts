/** A Flink configuration as the process reads it: flat keys, text values. */
export type FlinkSettings = ReadonlyMap<string, string>;
