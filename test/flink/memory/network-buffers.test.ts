import fc from 'fast-check';
import { FlinkVersion } from '../../../src/flink/flink-version';
import { inputGateBuffers, networkBuffersIn, resultPartitionBuffers, taskBuffers } from '../../../src/flink/memory/network-buffers';
import { MEBIBYTE } from '../../../src/units/bytes';

const size = fc.integer({ min: 1, max: 32_768 });
const version = fc.constantFrom(FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3);

test.each<[number, number, number]>([
  // channels, least, most
  [1, 3, 10],
  [4, 9, 16],
  [128, 257, 264],
])('a gate of %d channels', (channels, least, most) => expect(inputGateBuffers(channels)).toEqual({ least, most, overdraft: 0 }));

test.each<[FlinkVersion, number, number, number, number]>([
  // version, subpartitions, least, most, overdraft
  [FlinkVersion.V1_20, 1, 2, 10, 5],
  [FlinkVersion.V2_0, 1, 2, 10, 20],
  [FlinkVersion.V1_20, 128, 129, 264, 5],
  [FlinkVersion.V2_3, 128, 129, 264, 20],
])('%s: a partition of %d subpartitions', (flink, subpartitions, least, most, overdraft) =>
  expect(resultPartitionBuffers(flink, subpartitions)).toEqual({ least, most, overdraft }));

test('64 MiB hold 2048 buffers, a byte less one fewer', () => {
  expect(networkBuffersIn(64n * MEBIBYTE)).toBe(2_048);
  expect(networkBuffersIn(64n * MEBIBYTE - 1n)).toBe(2_047);
});

test('the least is never more than the most, and a wider end never takes less', () => {
  fc.assert(fc.property(version, size, (flink, width) => {
    for (const of of [inputGateBuffers, (subpartitions: number) => resultPartitionBuffers(flink, subpartitions)]) {
      expect(of(width).least).toBeLessThanOrEqual(of(width).most);
      expect(of(width + 1).least).toBeGreaterThan(of(width).least);
      expect(of(width + 1).most).toBe(of(width).most + 2);
    }
  }));
});

test('both ends of an exchange take the same at most', () => {
  fc.assert(fc.property(version, size, (flink, width) => expect(resultPartitionBuffers(flink, width).most).toBe(inputGateBuffers(width).most)));
});

test('a task takes what its ends take, in any order', () => {
  fc.assert(fc.property(version, fc.array(size), fc.array(size), (flink, gates, partitions) => {
    const ends = [...gates.map(inputGateBuffers), ...partitions.map((subpartitions) => resultPartitionBuffers(flink, subpartitions))];
    const width = [...gates, ...partitions].reduce((sum, each) => sum + each, 0);
    expect(taskBuffers(ends).most).toBe(2 * width + 8 * ends.length);
    expect(taskBuffers(ends).overdraft).toBe(resultPartitionBuffers(flink, 1).overdraft * partitions.length);
    expect(taskBuffers([...ends].reverse())).toEqual(taskBuffers(ends));
  }));
});
