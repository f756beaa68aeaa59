import { Duration } from 'cdk8s';
import { amountRange, rangeBeside } from '../../src/report/amount-range';
import { Amount } from '../../src/sizing/decision/decision';
import { MemorySize } from '../../src/units/memory-size';

const size = (mebibytes: number) => Amount._size(MemorySize.ofMebibytes(mebibytes));
const time = (seconds: number) => Amount._duration(Duration.millis(seconds * 1000));

test.each([
  ['both in one unit', Amount._memory(MemorySize.ofMebibytes(1280)), Amount._memory(MemorySize.ofMebibytes(3072)), '1,280 – 3,072 MiB'],
  ['sizes of two units', size(512), size(22 * 1024), '512 MiB – 22 GiB'],
  ['sizes of one unit', size(1536), size(22 * 1024), '1.5 – 22 GiB'],
  ['one and many', Amount._count(1, 'slots'), Amount._count(4, 'slots'), '1 – 4 slots'],
  ['no unit', Amount._count(1, ''), Amount._count(12, ''), '1 – 12'],
  ['times of one unit', time(10), time(45), '10 – 45 s'],
  ['times of two units', time(0.3), time(300), '300 ms – 5 min'],
  ['too little for a number', Amount._count(0.001, 'cores'), Amount._count(2, 'cores'), 'under 0.01 cores – 2 cores'],
  ['choices', Amount._choice('hashmap'), Amount._choice('rocksdb'), 'hashmap – rocksdb'],
  ['no range', time(60), time(60), ''],
])('%s', (_, low, high, expected) => {
  expect(amountRange(low, high)).toBe(expected);
});

test.each([
  ['all in one unit', size(1024), size(1536), size(22 * 1024), '1.5 – 22'],
  ['one and many', Amount._count(1, 'slots'), Amount._count(1, 'slots'), Amount._count(4, 'slots'), '1 – 4'],
  ['another unit than the value', time(120), time(10), time(30), '10 – 30 s'],
  ['ends of two units', time(20), time(10), time(300), '10 s – 5 min'],
  ['no unit', Amount._count(1, ''), Amount._count(1, ''), Amount._count(12, ''), '1 – 12'],
  ['no range', time(60), time(60), time(60), ''],
])('beside the value: %s', (_, value, low, high, expected) => {
  expect(rangeBeside(value, low, high)).toBe(expected);
});
