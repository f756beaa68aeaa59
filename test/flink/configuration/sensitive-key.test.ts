import * as fc from 'fast-check';
import { holdsSecret, valueShown } from '../../../src/flink/configuration/sensitive-key';

const HIDDEN = 'a text that may hold a secret';

/** Parts of which texts with and without secrets are made. */
const TEXT = fc.array(fc.constantFrom(
  '://', ':', '@', '/', '=', '-D', '-d', '?', '&', ';', ',', ' ', '\n', 'a', 'password', 'Secret', 'token', 'key', '"', '{',
), { maxLength: 14 }).map((parts) => parts.join(''));

/** What the code says in one expression each, which take the square of a long text. */
const INSIDE = /:\/\/[^/\s@]+:[^/\s@]+@|(-D\S*|[?&;])(password|secret|token)[^\s=]*=\S/i;
const ENTRY = /(password|secret|token|key)[^\s,;:=]*\s*[:=]/i;

test.each([
  ['https://user:pass@host/path', true],
  ['https://host:8080/path@here', false],
  ['jdbc:postgresql://db/orders?user=a&password=b', true],
  ['-Xmx1g -Djavax.net.ssl.trustStorePassword=b', true],
  ['-Dstore.password=', false],
  ['-Dstore.file=/etc/token', false],
])('%s holds a secret: %s', (value, holds) => expect(holdsSecret('env.java.opts.all', value)).toBe(holds));

test('a secret within a text is found wherever it stands', () => {
  fc.assert(fc.property(fc.noBias(TEXT), (value) => {
    expect(holdsSecret('a.name', value)).toBe(INSIDE.test(value));
    expect(valueShown('a.name', value) === HIDDEN).toBe(INSIDE.test(value) || ENTRY.test(value));
  }), { numRuns: 3_000 });
});

test.each([
  `http://[${':'.repeat(300_000)}]`, '-Dpassword'.repeat(30_000), 'key'.repeat(100_000), `;${'password'.repeat(40_000)}`,
])('a text of hundreds of thousands of letters is looked through all the same', (value) => {
  expect(holdsSecret('a.name', value)).toBe(false);
  expect(valueShown('a.name', value)).not.toBe(HIDDEN);
});
