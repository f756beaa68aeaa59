import { hostNamespace, hostPathVolume, privilegedContainer, rootAllowed } from '../../../src/rules/security/node-access';
import { foundBy, told } from '../example-of';

const context = (fields: string) => `podTemplate: { spec: { containers: [{ name: flink-main-container, securityContext: ${fields} }] } }`;

test('rights of the node', () => {
  expect(told(foundBy(privilegedContainer, privilegedContainer.fires!))).toEqual([
    'spec.podTemplate.spec.containers[0].securityContext.privileged: the container flink-main-container has every right of its node; got true; allowed nothing there',
  ]);
  expect(foundBy(privilegedContainer, context('{ capabilities: { add: [SYS_ADMIN, NET_BIND_SERVICE] } }')).map(({ got }) => got)).toEqual(['SYS_ADMIN']);
  expect(foundBy(privilegedContainer, context('{ privileged: false, capabilities: { add: [NET_BIND_SERVICE], drop: [ALL] } }'))).toEqual([]);
});

test('the namespaces of the node', () => {
  expect(told(foundBy(hostNamespace, hostNamespace.fires!))).toEqual([
    'spec.flinkConfiguration["kubernetes.hostnetwork.enabled"]: the pods share the network of their node; got true; allowed nothing there',
  ]);
  expect(foundBy(hostNamespace, 'podTemplate: { spec: { hostPID: true, hostIPC: false } }').map(({ path }) => path[3])).toEqual(['hostPID']);
  // Flink writes this field itself.
  expect(foundBy(hostNamespace, 'podTemplate: { spec: { hostNetwork: true } }')).toEqual([]);
});

test('folders of the node', () => {
  expect(told(foundBy(hostPathVolume, hostPathVolume.fires!))).toEqual([
    'spec.podTemplate.spec.volumes[0]: the volume scratch is a folder of whichever node the pod lies on; got hostPath; allowed nothing there',
  ]);
  expect(foundBy(hostPathVolume, hostPathVolume.passes!)).toEqual([]);
});

test('root, for each role', () => {
  const roles = (spec: string) => foundBy(rootAllowed, `podTemplate: null\n${spec}`).map(({ path }) => path[1]);
  expect(roles('mode: native')).toEqual(['jobManager', 'taskManager']);
  expect(roles('jobManager: { podTemplate: { spec: { securityContext: { runAsNonRoot: true } } } }')).toEqual(['taskManager']);
  expect(foundBy(rootAllowed, `${context('{ runAsNonRoot: true }').replace('spec: {', 'spec: { securityContext: null,')}`)).toEqual([]);
});
