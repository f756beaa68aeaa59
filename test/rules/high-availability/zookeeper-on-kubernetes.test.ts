import { zookeeperOnKubernetes } from '../../../src/rules/high-availability/zookeeper-on-kubernetes';
import { found, Read } from '../examples';

describe('zookeeper-on-kubernetes', () => {
  test('ZooKeeper is found', () => expect(found(zookeeperOnKubernetes)).toEqual([{
    at: 'spec.flinkConfiguration["high-availability.type"]',
    what: 'high availability by ZooKeeper, where Kubernetes has it by itself',
    got: '"zookeeper"',
    allowed: 'kubernetes',
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { high-availability.type: null, high-availability: "ZOOKEEPER" }', { at: 'spec.flinkConfiguration.high-availability' }],
  ])('%s is found', (part, read) => expect(found(zookeeperOnKubernetes, part)).toMatchObject([read]));

  test.each([
    zookeeperOnKubernetes.passes!,
    'flinkConfiguration: { high-availability.type: "none" }',
  ])('%s is none', (part) => expect(found(zookeeperOnKubernetes, part)).toEqual([]));
});
