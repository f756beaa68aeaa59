const SMALLEST_TABLE = 16;

/**
 * Items in the order in which a `HashMap` of Java hands them out: by bucket, and as they came within one.
 * What Flink keeps in such a map it also lists in this order.
 */
export function inHashOrder<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  let table = SMALLEST_TABLE;
  while (items.length > table * 0.75) {
    table *= 2;
  }
  return byBucket(items, keyOf, table);
}

/** The same for a map that is a copy of another: Java makes its table no larger than it must be. */
export function inHashOrderOfCopy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  let table = 1;
  while (table < Math.trunc(items.length / 0.75 + 1)) {
    table *= 2;
  }
  return byBucket(inHashOrder(items, keyOf), keyOf, table);
}

function byBucket<T>(items: readonly T[], keyOf: (item: T) => string, table: number): T[] {
  if (items.length < 2) {
    return [...items];
  }
  const bucketed = items.map((item) => ({ item, bucket: bucketOf(keyOf(item), table) }));
  return bucketed.sort((a, b) => a.bucket - b.bucket).map(({ item }) => item);
}

/** A number times one under `imul` is the number in 32 bits. */
function bucketOf(key: string, table: number): number {
  let hash = 0;
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(Math.imul(hash, 31) + key.charCodeAt(index), 1);
  }
  // eslint-disable-next-line no-bitwise -- Java's own arithmetic
  return (hash ^ (hash >>> 16)) & (table - 1);
}
