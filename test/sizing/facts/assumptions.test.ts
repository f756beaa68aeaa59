import { RULES } from '../../../src/sizing/facts/assumptions';
import { refusalOf, says } from '../../refusals';
import { Facts, planOf } from '../arbitrary-workload';
import { DecisionBasis, WorkloadKind } from 'cdk8s-flink';

const FACTS: Facts = { kind: WorkloadKind.DEDUPLICATION, rate: 20_000, recordBytes: 512, stateMebibytes: 1_024 };

test.each(Object.entries(RULES))('%s lies within its range, of ten times at most where it is of a cost or a rate, and says where it comes from', (_, { value, low, high, source }) => {
  expect(low).toBeGreaterThan(0);
  expect(low).toBeLessThanOrEqual(value);
  expect(value).toBeLessThanOrEqual(high);
  expect(source.length).toBeGreaterThan(10);
});

test('a number of one\'s own takes the place of the rule\'s, without a range; its own number changes nothing', () => {
  const calm = planOf(FACTS, { assumptions: { targetUtilization: 0.325 } });
  expect(calm.cpuDemand).toBeCloseTo(planOf(FACTS).cpuDemand * 2, 10);
  expect(calm.tryDecision('cpu-demand')).toMatchObject({ basis: DecisionBasis.RULE, source: expect.stringMatching(/set by you/) });
  const same = Object.fromEntries(Object.entries(RULES).map(([name, { value }]) => [name, value]));
  expect(JSON.stringify(planOf(FACTS, { assumptions: same }))).toBe(JSON.stringify(planOf(FACTS)));
});

test('a name that is none is refused, with all that are', () => {
  const { message } = refusalOf(() => planOf(FACTS, { assumptions: { targetUtilisation: 0.5 } }));
  expect(message).toMatch(/^there is no such assumption \[assumption-name\]\n {2}got {6}"targetUtilisation"\n {2}allowed {2}.*targetUtilization.*\n/);
});

test.each<[string, number, string]>([['targetUtilization', 1.2, '1'], ['uploadRate', 0, '1000000000'], ['slotHeap', NaN, '1000000000']])(
  '%s of %p is refused', (name, value, most) => {
    expect(refusalOf(() => planOf(FACTS, { assumptions: { [name]: value } })).message).toBe(says(
      `the assumption ${name} is out of bounds [assumption-value]`, String(value), `0.000001 to ${most}`, 'leave it out for the rule\'s own number',
    ));
  },
);
