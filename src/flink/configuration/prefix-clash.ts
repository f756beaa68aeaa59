/** Two keys of which one is the beginning of the other: nested YAML cannot hold both. */
export interface PrefixClash {
  readonly shorter: string;
  readonly longer: string;
}

/** The first longer key for each key that cannot stand beside it in the `config.yaml` of Flink 2.x. */
export function prefixClashes(keys: Iterable<string>): PrefixClash[] {
  const all = new Set(keys);
  const clashes = new Map<string, PrefixClash>();
  for (const longer of all) {
    for (let dot = longer.indexOf('.'); dot !== -1; dot = longer.indexOf('.', dot + 1)) {
      const shorter = longer.slice(0, dot);
      if (all.has(shorter) && !clashes.has(shorter)) {
        clashes.set(shorter, { shorter, longer });
      }
    }
  }
  return [...clashes.values()];
}
