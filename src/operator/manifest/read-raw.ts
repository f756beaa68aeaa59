import { described, fieldRefusal, Place, Reading } from './reading';

/** Deeper than any resource goes, and shallow enough for all who walk it. */
const DEEPEST = 100;

/**
 * A value that we do not look into, as it is: only its depth is bounded, and a whole number that ours would round
 * is refused unless `large` has a way to write it.
 */
export function readRaw<T>(value: T, place: Place, reading: Reading, large: (value: bigint) => unknown = () => undefined): T {
  return copied(value, place, 0) as T;

  function copied(item: unknown, at: Place, depth: number): unknown {
    if (typeof item === 'bigint') {
      const written = large(item);
      if (written === undefined) {
        throw fieldRefusal(at, described(item), 'whole numbers up to 9007199254740991 either way', 'put it in quotes', reading);
      }
      return written;
    }
    if (typeof item !== 'object' || item === null) {
      return item;
    }
    if (depth === DEEPEST) {
      throw fieldRefusal(place, `more than ${DEEPEST} levels in it`, `at most ${DEEPEST} levels`, 'write it flatter', reading, 'manifest-depth');
    }
    // Objects are only copied where something in them changes, which is rare.
    let changed: Map<string, unknown> | undefined;
    const list = Array.isArray(item);
    for (const [key, inner] of Object.entries(item)) {
      const copy = typeof inner === 'object' || typeof inner === 'bigint' ? copied(inner, { parent: at, key: list ? Number(key) : key }, depth + 1) : inner;
      if (copy !== inner) {
        (changed ??= new Map()).set(key, copy);
      }
    }
    if (changed === undefined) {
      return item;
    }
    const entries = Object.entries(item).map(([key, inner]) => [key, changed.has(key) ? changed.get(key) : inner] as const);
    return list ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
  }
}
