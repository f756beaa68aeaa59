import fc from 'fast-check';
import { MEBIBYTE, renderBytes } from '../../src/units/bytes';
import { parseResourceMemory } from '../../src/units/kubernetes-quantity';
import { refusalOf, says } from '../refusals';

const GIBI = 1024n * MEBIBYTE;

test.each<[string, bigint]>([
  ['2048m', 2n * GIBI], ['2048M', 2n * GIBI], ['2048mb', 2n * GIBI], ['2g', 2n * GIBI], ['2G', 2n * GIBI], ['2gb', 2n * GIBI], ['2 gb', 2n * GIBI],
  ['2048', 2048n], ['512k', 512n * 1024n],
])('Flink\'s grammar comes first: %j is %d bytes', (text, bytes) => expect(parseResourceMemory(text)).toBe(bytes));

test.each<[string, bigint]>([
  ['2048Mi', 2n * GIBI], ['2Gi', 2n * GIBI], ['2gi', 2n * GIBI], ['2GiB', 2n * GIBI], ['2048Ki', 2n * MEBIBYTE], ['2e9', 2_000_000_000n],
  ['2E9', 2_000_000_000n], ['1P', 10n ** 15n], ['1Pi', 1024n ** 5n], [' 2 Gi ', 2n * GIBI],
])('what Flink refuses is a Kubernetes quantity: %j is %d bytes', (text, bytes) => expect(parseResourceMemory(text)).toBe(bytes));

test.each(['1.5G', '1.5Gi', '0.5Gi', '1.0Gi', '2.0G', '-1Gi', '2,5Gi', '', 'Gi', '2Xi', '2GiGi', '9Ei', '9223372036854775808'])(
  'the operator refuses %j', (text) => {
    expect(refusalOf(() => parseResourceMemory(text)).message).toBe(says(
      'the operator cannot read this resource memory [resource-memory-text]', `"${text}"`,
      'a whole number with m, g, Mi or Gi, for example "2048m"', 'write whole mebibytes: 1.5Gi is 1536m',
    ));
  },
);

test('what Flink writes, the operator reads as the same bytes', () => {
  fc.assert(fc.property(fc.bigInt(0n, 2n ** 50n), fc.constantFrom(1n, MEBIBYTE), (bytes, unit) => {
    const whole = (bytes / unit) * unit;
    expect(parseResourceMemory(renderBytes(whole))).toBe(whole);
  }));
});
