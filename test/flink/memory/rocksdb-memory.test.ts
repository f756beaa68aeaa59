import fc from 'fast-check';
import { rocksDbMemory } from '../../../src/flink/memory/rocksdb-memory';
import { slotMemory } from '../../../src/flink/memory/slot-memory';
import { taskManagerMemory } from '../../../src/flink/memory/task-manager-memory';
import { MEBIBYTE } from '../../../src/units/bytes';
import { refusalOf, says } from '../../refusals';

const ofProcess = (size: string) => taskManagerMemory(new Map([['taskmanager.memory.process.size', size]]));

test.each<[string, number, bigint, bigint, bigint]>([
  // process, slots, slot managed, cache, write-buffer manager
  ['1728m', 1, 536870920n, 447392433n, 178956973n],
  ['4096m', 1, 1438814063n, 1199011719n, 479604687n],
  ['4096m', 2, 719407031n, 599505859n, 239802343n],
  ['4096m', 4, 359703515n, 299752929n, 119901171n],
  ['8g', 4, 746250577n, 621875480n, 248750192n],
])('RocksDB in %s with %d slots', (process, slots, managed, cacheCapacity, writeBufferManagerCapacity) => {
  const slot = slotMemory(ofProcess(process), slots);
  expect(slot.managed).toBe(managed);
  expect(rocksDbMemory(slot.managed)).toMatchObject({ cacheCapacity, writeBufferManagerCapacity, arenaBlockSize: 8n * MEBIBYTE });
});

test('one arena block of a 64 MiB write buffer fits from 28,760,943 bytes', () => {
  expect(rocksDbMemory(28_760_943n).arenaBlockFits).toBe(true);
  expect(rocksDbMemory(28_760_942n).arenaBlockFits).toBe(false);
});

test('the arena block is an eighth of the write buffer, rounded up to 4096', () => {
  expect(rocksDbMemory(MEBIBYTE, { writeBufferSize: 32_769n }).arenaBlockSize).toBe(4_096n);
  expect(rocksDbMemory(MEBIBYTE, { writeBufferSize: 32_776n }).arenaBlockSize).toBe(8_192n);
});

test('ratios that leave no block cache are refused', () => {
  expect(rocksDbMemory(MEBIBYTE, { writeBufferRatio: 0.931 }).cacheCapacity > 0n).toBe(true);
  expect(refusalOf(() => rocksDbMemory(MEBIBYTE, { writeBufferRatio: 0.932 })).message).toBe(says(
    'write buffers and the high-priority pool of RocksDB leave no room in the block cache [rocksdb-memory-ratios]',
    'write-buffer-ratio 0.932, high-prio-pool-ratio 0.1', 'ratios r and h with 2r / (3 - r) + h below 1',
    'keep the defaults 0.5 and 0.1, or lower one of the two',
  ));
});

test('slots share a pool equally and waste less than a byte each', () => {
  fc.assert(fc.property(fc.integer({ min: 982, max: 100_000 }), fc.integer({ min: 1, max: 64 }), (mebibytes, slots) => {
    const memory = ofProcess(`${mebibytes}m`);
    const slot = slotMemory(memory, slots);
    for (const pool of ['taskHeap', 'taskOffHeap', 'managed', 'network'] as const) {
      const unused = memory[pool] - slot[pool] * BigInt(slots);
      expect(unused >= 0n && unused < BigInt(slots)).toBe(true);
    }
  }));
});
