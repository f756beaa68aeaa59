import { PodSpec } from '../../../src/operator/manifest/flink-manifests';
import { podFootprint } from '../../../src/operator/pods/pod-footprint';

const GIB = 1024n ** 3n;
const container = (name: string, memory: string, more: object = {}) => ({ name, resources: { requests: { memory }, limits: { memory } }, ...more });
const memoryOf = (spec: PodSpec) => podFootprint(spec).requests.memory;

test('containers add up, an init container alone counts by its largest', () => {
  const containers = [container('flink-main-container', '4Gi'), container('sidecar', '1Gi')];
  expect(memoryOf({ containers })).toBe(5n * GIB);
  expect(memoryOf({ containers, initContainers: [container('a', '3Gi'), container('b', '2Gi')] })).toBe(5n * GIB);
  expect(memoryOf({ containers, initContainers: [container('a', '7Gi')] })).toBe(7n * GIB);
});

test('an init container that stays adds to all that comes after it', () => {
  const containers = [container('flink-main-container', '4Gi')];
  const proxy = container('proxy', '1Gi', { restartPolicy: 'Always' });
  expect(memoryOf({ containers, initContainers: [proxy] })).toBe(5n * GIB);
  expect(memoryOf({ containers, initContainers: [proxy, container('a', '6Gi')] })).toBe(7n * GIB);
  expect(memoryOf({ containers, initContainers: [container('a', '6Gi'), proxy] })).toBe(6n * GIB);
});

test('what is not Flink stands apart', () => {
  const { besideMain } = podFootprint({
    containers: [container('flink-main-container', '4Gi'), { name: 'a', resources: { requests: { 'cpu': '100m', 'ephemeral-storage': '1G' }, limits: { cpu: 1 } } }],
    initContainers: [container('once', '9Gi'), container('proxy', '1Gi', { restartPolicy: 'Always' })],
  });
  expect(besideMain.requests).toEqual({ cpu: 100n, memory: GIB, ephemeralStorage: 10n ** 9n });
});

test('one container without a limit leaves the pod without one; without a request the limit is the request', () => {
  const { requests, limits } = podFootprint({ containers: [{ name: 'a', resources: { limits: { cpu: '2' } } }, { name: 'b' }] });
  expect(requests).toEqual({ cpu: 2000n, memory: 0n, ephemeralStorage: 0n });
  expect(limits).toEqual({ cpu: undefined, memory: undefined, ephemeralStorage: undefined });
});
