import fc from 'fast-check';
import { refusalOf, says } from '../refusals';
import { MetricFilter, MetricType } from 'cdk8s-flink';

const text = (props: Parameters<typeof MetricFilter.of>[0]) => MetricFilter.of(props).toString();

test.each([
  [{}, '*:*'],
  [{ scope: 'jobmanager.*' }, 'jobmanager.*:*'],
  [{ names: ['numRecords*', 'records-lag-max'] }, '*:numRecords*,records-lag-max'],
  [{ scope: '*.job.task.operator', names: ['numBytes*'], types: [MetricType.COUNTER, MetricType.METER] }, '*.job.task.operator:numBytes*:counter,meter'],
  [{ types: [MetricType.GAUGE, MetricType.HISTOGRAM] }, '*:*:gauge,histogram'],
])('%j is %s', (props, expected) => expect(text(props)).toBe(expected));

const ALLOWED = 'letters, digits, _ - / . and * for any text, at least one entry';
const FIX = 'write * for any other character, a list for several names, and leave out what shall match everything';

test.each(['', 'a b', 'a:b', 'a,b', 'a;b', '(a', 'a|b', '[a]', 'a+', '"a"', '\\d'])('scope %j is refused, which Flink would read otherwise', (scope) => {
  expect(refusalOf(() => text({ scope })).message)
    .toBe(says('scope of MetricFilter is no pattern that Flink takes as it stands [metric-filter]', `"${scope}"`, ALLOWED, FIX));
  expect(refusalOf(() => text({ names: ['*', scope] })).message)
    .toBe(says('names of MetricFilter is no pattern that Flink takes as it stands [metric-filter]', `"${scope}"`, ALLOWED, FIX));
});

test.each(['names', 'types'])('no %s at all are refused: they would match nothing', (property) => {
  expect(refusalOf(() => text({ [property]: [] })).message)
    .toBe(says(`${property} of a filter is empty, which would match nothing [metric-filter]`, 'an empty list', ALLOWED, FIX));
});

test('a filter has as many parts as Flink splits it into, and no separator of a list', () => {
  const pattern = fc.stringMatching(/^[\w\-/.*]+$/);
  fc.assert(fc.property(pattern, fc.array(pattern, { minLength: 1 }), fc.subarray(Object.values(MetricType)), (scope, names, types) => {
    const parts = text({ scope, names, types: types.length === 0 ? undefined : types }).split(':');
    expect(parts).toEqual([scope, names.join(','), ...(types.length === 0 ? [] : [types.join(',')])]);
    expect(parts.join('')).not.toMatch(/;/);
  }));
});
