import { FlinkSettings } from '../../flink/memory/memory-settings';

/** What the operator keeps for itself; Flink never sees it. */
const OPERATORS_OWN = /^(kubernetes\.operator|job\.autoscaler)\./;
/** What it leaves out of the file in the pods. */
const NOT_IN_FILE = new Set(['kubernetes.config.file', 'rest.bind-address', 'jobmanager.bind-host', 'taskmanager.bind-host', 'taskmanager.host']);

/** Each key that is also the beginning of another, with the first of the others. Nested YAML has no place for its value. */
export function overlappingKeys(settings: FlinkSettings): [key: string, longer: string][] {
  const keys = [...settings.keys()].filter((key) => !OPERATORS_OWN.test(key) && !NOT_IN_FILE.has(key)).sort();
  const present = new Set(keys);
  const overlaps = new Map<string, string>();
  for (const key of keys) {
    for (let dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
      const beginning = key.slice(0, dot);
      if (present.has(beginning) && !overlaps.has(beginning)) {
        overlaps.set(beginning, key);
      }
    }
  }
  return [...overlaps].sort(([a], [b]) => (a < b ? -1 : 1));
}
