import { Size } from 'cdk8s';
import { MEBIBYTE } from '../../src/units/bytes';
import { refusalOf, says } from '../refusals';
import { MemorySize } from 'cdk8s-flink';

const GIBI = 1_073_741_824n;

test('reads and writes the texts of Flink', () => {
  expect(MemorySize.parse(' 1 GB ')._bytes).toBe(GIBI);
  expect(MemorySize.parse('1536m').toFlinkText()).toBe('1536m');
  expect(refusalOf(() => MemorySize.parse('1Gi')).code).toBe('memory-size-text');
});

test('numbers of bytes and mebibytes are exact', () => {
  expect(MemorySize.ofMebibytes(1728)._bytes).toBe(1_811_939_328n);
  expect(MemorySize.ofBytes(1_811_939_329)).toMatchObject({ bytes: 1_811_939_329 });
  expect(MemorySize.ofBytes(1_572_864).mebibytes).toBe(1.5);
});

test.each([1.5, -1, NaN, Infinity, 2 ** 53])('%p mebibytes are refused', (amount) => {
  const refusal = refusalOf(() => MemorySize.ofMebibytes(amount));
  expect(refusal.message).toBe(says(
    'an amount of memory must be a whole number of mebibytes [memory-size-number]', String(amount),
    '0 to 9007199254740991, no fraction', 'use a smaller unit instead of a fraction',
  ));
});

test.each<[Size, bigint]>([
  [Size.kibibytes(3), 3072n], [Size.mebibytes(1.5), 1_572_864n], [Size.gibibytes(40), 40n * GIBI], [Size.tebibytes(10), 10_240n * GIBI],
])('a Size of cdk8s keeps its value (case %#)', (size, bytes) => expect(MemorySize.fromSize(size)._bytes).toBe(bytes));

test.each<[bigint, string]>([
  [0n, '0 B'], [1023n, '1023 B'], [1024n, '1 KiB'], [1536n * MEBIBYTE, '1.5 GiB'], [134_217_730n, '128 MiB'],
  [40n * GIBI, '40 GiB'], [1024n * GIBI, '1 TiB'], [GIBI + GIBI / 3n, '1.33 GiB'],
])('%d bytes are %s for people', (bytes, text) => expect(String(MemorySize._of(bytes))).toBe(text));
