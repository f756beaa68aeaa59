/** Whatever takes managed memory of a slot; the state backend only if it is RocksDB or ForSt. */
export type ManagedMemoryConsumer = 'OPERATOR' | 'STATE_BACKEND' | 'PYTHON';

/** `taskmanager.memory.managed.consumer-weights` */
const WEIGHTS: Readonly<Record<ManagedMemoryConsumer, number>> = { OPERATOR: 70, STATE_BACKEND: 70, PYTHON: 30 };

const DECIMALS = 16;

/**
 * The fraction of a slot's managed memory that one consumer gets beside the others of its slot sharing group, with
 * the default weights: cut to 16 decimals (`ManagedMemoryUtils`).
 */
export function managedMemoryShare(consumer: ManagedMemoryConsumer, others: readonly ManagedMemoryConsumer[]): number {
  const present = [...new Set([consumer, ...others])];
  const total = present.reduce((sum, each) => sum + WEIGHTS[each], 0);
  const digits = (BigInt(WEIGHTS[consumer]) * 10n ** BigInt(DECIMALS)) / BigInt(total);
  return Number(`${digits}e-${DECIMALS}`);
}

/** The bytes that this share of a slot's managed memory comes to: a product of doubles, cut (`MemoryManager`). */
export function managedMemoryOf(slotManagedMemory: bigint, share: number): bigint {
  return BigInt(Math.floor(Number(slotManagedMemory) * share));
}

/**
 * The smallest managed memory of a slot in which this share comes to so many bytes; it then comes to these exactly.
 * As far as the MemoryManager counts, 64 TiB, the two roundings are no more than a byte apart.
 */
export function smallestSlotManagedMemory(bytes: bigint, share: number): bigint {
  const slot = BigInt(Math.floor(Number(bytes) / share));
  return managedMemoryOf(slot, share) >= bytes ? slot : slot + 1n;
}
