import fc from 'fast-check';
import { ceilToMebibyte, MEBIBYTE, parseBytes, renderBytes } from '../../src/units/bytes';
import { refusalOf, says } from '../refusals';

const GIBI = 1_073_741_824n;
const LONG_MAX = 9_223_372_036_854_775_807n;

test.each<[string, bigint]>([
  ['1g', GIBI], ['1G', GIBI], ['1gb', GIBI], ['1GB', GIBI], ['1 g', GIBI], [' 1g ', GIBI], ['\t1  gb\n', GIBI], ['1gibibytes', GIBI],
  ['1024m', GIBI], ['1024M', GIBI], ['1024mb', GIBI], ['1024mebibytes', GIBI], ['1024', 1024n], ['0', 0n], ['007b', 7n],
  ['1b', 1n], ['2bytes', 2n], ['3k', 3072n], ['3KB', 3072n], ['3kibibytes', 3072n], ['1t', 1024n * GIBI], ['1tb', 1024n * GIBI],
  ['1 TebiBytes', 1024n * GIBI], ['9223372036854775807', LONG_MAX], ['8796093022207m', (2n ** 43n - 1n) * MEBIBYTE],
])('Flink reads %j as %d bytes', (text, bytes) => {
  expect(parseBytes(text)).toBe(bytes);
});

const ALLOWED = 'a whole number below 2^63 bytes with b, k, m, g or t, all powers of 1024, for example "1536m"';
const USUAL_FIX = 'write a whole number and a unit of Flink; 1.5g is 1536m';

test.each([
  ['1Gi', 'write "g": in Flink it already means a power of 1024'],
  ['1gib', 'write "g": in Flink it already means a power of 1024'],
  ['512MiB', 'write "m": in Flink it already means a power of 1024'],
  ['1p', USUAL_FIX], ['1gibibyte', USUAL_FIX], ['1.5g', USUAL_FIX], ['4.5g', USUAL_FIX], ['-1', USUAL_FIX], ['+1m', USUAL_FIX],
  ['', USUAL_FIX], ['   ', USUAL_FIX], ['g', USUAL_FIX], ['1_000m', USUAL_FIX], ['1e3', USUAL_FIX], ['1 g b', USUAL_FIX], ['١g', USUAL_FIX],
  ['\u00a01g', USUAL_FIX], ['9223372036854775808', USUAL_FIX], ['8796093022208m', USUAL_FIX],
])('Flink refuses %j', (text, fix) => {
  const refusal = refusalOf(() => parseBytes(text));
  expect(refusal.message).toBe(says('Flink cannot read this amount of memory [memory-size-text]', `"${text}"`, ALLOWED, fix));
});

test.each<[bigint, string]>([
  [0n, '0m'], [1n, '1b'], [1024n, '1k'], [1025n, '1025b'], [1536n * 1024n, '1536k'], [GIBI, '1024m'], [134_217_730n, '134217730b'],
])('%d bytes are written as %s', (bytes, text) => {
  expect(renderBytes(bytes)).toBe(text);
});

test('what is written reads back to the same bytes', () => {
  fc.assert(fc.property(fc.bigInt(0n, LONG_MAX), fc.constantFrom(1n, 1024n, MEBIBYTE), (bytes, unit) => {
    const whole = (bytes / unit) * unit;
    expect(parseBytes(renderBytes(whole))).toBe(whole);
  }));
});

test('the next mebibyte is whole, not below and less than one mebibyte above', () => {
  fc.assert(fc.property(fc.bigInt(0n, LONG_MAX), (bytes) => {
    const up = ceilToMebibyte(bytes);
    expect([up % MEBIBYTE, up >= bytes, up - bytes < MEBIBYTE]).toEqual([0n, true, true]);
  }));
});
