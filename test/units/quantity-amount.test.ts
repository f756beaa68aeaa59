import * as fc from 'fast-check';
import { parseQuantityAmount, wholeThousandths, wholeUnits } from '../../src/units/quantity-amount';
import { refusalOf, says } from '../refusals';

test.each<[string | number, bigint]>([
  ['1', 1n], ['1Ki', 1024n], ['1.5Gi', 1_610_612_736n], ['2G', 2_000_000_000n], ['2048m', 3n], ['1e3', 1000n], ['1E', 10n ** 18n], ['12E-1', 2n],
  ['.5', 1n], ['5.', 5n], ['100n', 1n], ['-1500m', -1n], [64, 64n], [0.5, 1n], ['1Ei', 2n ** 60n], ['0', 0n],
])('%p is %p whole units, rounded up', (quantity, units) => {
  expect(wholeUnits(parseQuantityAmount(quantity, 'x'))).toBe(units);
});

test('thousandths of a core', () => {
  expect(wholeThousandths(parseQuantityAmount('1.5', 'cpu'))).toBe(1500n);
  expect(wholeThousandths(parseQuantityAmount('250m', 'cpu'))).toBe(250n);
  expect(wholeThousandths(parseQuantityAmount('1u', 'cpu'))).toBe(1n);
});

test('whole numbers of each suffix are exact', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (amount) => {
    expect(wholeUnits(parseQuantityAmount(`${amount}Mi`, 'x'))).toBe(amount * 1024n ** 2n);
    expect(wholeUnits(parseQuantityAmount(`${amount}M`, 'x'))).toBe(amount * 10n ** 6n);
  }));
});

test.each(['', '.', 'Gi', '1 Gi', '1gi', '1GiB', '1K', '0x1', '1e', '--1', 'NaN'])('%p is no quantity', (text) => {
  expect(refusalOf(() => parseQuantityAmount(text, 'memory of container a')).message).toBe(says(
    'Kubernetes cannot read memory of container a [kubernetes-quantity]', `"${text}"`,
    'a decimal with n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi or Ei, or with an exponent', 'for example "500m", "2Gi" or "1.5"'));
});
