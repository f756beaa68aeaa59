import { App, Chart, Testing } from 'cdk8s';
import { deploymentOf } from './sample-deployment';
import { refusalOf } from '../refusals';
import { TunedFlinkDeploymentProps } from 'cdk8s-flink';

const SCOPED = 'kubernetes.operator.default-configuration';
const ROLLBACK = 'kubernetes.operator.deployment.rollback.enabled';
const under = (operatorConfiguration: Record<string, string>, changes: Partial<TunedFlinkDeploymentProps> = {}, namespace = 'flink') => {
  const chart = new Chart(new App(), 'chart', { namespace });
  deploymentOf({ operatorConfiguration, ...changes }, chart);
  return Testing.synth(chart);
};

test('nothing of it is written', () => {
  expect(under({ 'web.cancel.enable': 'true', [`${SCOPED}.namespace.flink.some.key`]: '1' })).toEqual(under({}));
});

test('what it makes of the resource is checked', () => {
  expect(refusalOf(() => under({ [ROLLBACK]: 'true' })).code).toBe('rollback-without-ha');
  expect(refusalOf(() => under({ 'kubernetes.taskmanager.memory.limit-factor': '0.5' })).code).toMatch(/^limit-factor/);
});

test('a part for a namespace holds there alone', () => {
  const scoped = { [`${SCOPED}.namespace.flink.${ROLLBACK}`]: 'true' };
  expect(refusalOf(() => under(scoped)).code).toBe('rollback-without-ha');
  expect(under(scoped, {}, 'other')).not.toEqual([]);
});

test('a setting of the resource wins over it', () => {
  expect(under({ [ROLLBACK]: 'true' }, { flinkConfiguration: { [ROLLBACK]: 'false' } })).not.toEqual([]);
});

test.each([[{ a: 1 }], ['text'], [null], [['a']]])('%j is refused', (operatorConfiguration) => {
  expect(refusalOf(() => under(operatorConfiguration as any)).message).toContain('operatorConfiguration is missing or is not what it must be [property-shape]');
});
