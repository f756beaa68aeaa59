import { podTemplate } from '../../src/pods/pod-template';
import { refusalOf, says } from '../refusals';
import { UNRESTRICTED } from './roles';
import { EnvironmentVariable, PodContribution } from 'cdk8s-flink';

const claim = { persistentVolumeClaim: { claimName: 'some-claim' } };

test.each<[string, PodContribution[]]>([['no contribution', []], ['empty ones', [{}, { environment: [], ports: [], volumes: [], plugins: [] }]]])(
  '%s: no template at all', (_, contributions) => expect(podTemplate(contributions, UNRESTRICTED)).toBeUndefined(),
);

test('contributions meet in the main container', () => {
  expect(podTemplate([
    { environment: [EnvironmentVariable.literal('LEVEL', 'info')], plugins: ['a.jar', 'b.jar'], volumes: [{ name: 'state', mountPath: '/state', source: claim }] },
    { environment: [EnvironmentVariable.fromSecret('KEY', 'some-secret', 'some-key')], plugins: ['b.jar', 'c.jar'] },
    { ports: [{ name: 'metrics', port: 9249 }], fileSystemGroup: 9999 },
    { fileSystemGroup: 9999 },
  ], UNRESTRICTED)).toEqual({
    spec: {
      containers: [{
        name: 'flink-main-container',
        env: [
          { name: 'LEVEL', value: 'info' },
          { name: 'KEY', valueFrom: { secretKeyRef: { name: 'some-secret', key: 'some-key' } } },
          { name: 'ENABLE_BUILT_IN_PLUGINS', value: 'a.jar;b.jar;c.jar' },
        ],
        ports: [{ name: 'metrics', containerPort: 9249 }],
        volumeMounts: [{ name: 'state', mountPath: '/state' }],
      }],
      securityContext: { fsGroup: 9999 },
      volumes: [{ name: 'state', ...claim }],
    },
  });
});

test('a group alone is a template', () => {
  expect(podTemplate([{ fileSystemGroup: 9999 }], UNRESTRICTED)).toEqual({ spec: { containers: [{ name: 'flink-main-container' }], securityContext: { fsGroup: 9999 } } });
});

const volume = (name: string, mountPath: string) => ({ volumes: [{ name, mountPath, source: claim }] });
const port = (name: string, number: number) => ({ ports: [{ name, port: number }] });
const variable = (name: string) => ({ environment: [EnvironmentVariable.literal(name, '1')] });
test.each<[string, string, PodContribution[]]>([
  ['environment variable', '"LEVEL" twice', [variable('LEVEL'), variable('LEVEL')]],
  ['environment variable', '"ENABLE_BUILT_IN_PLUGINS" twice', [variable('ENABLE_BUILT_IN_PLUGINS'), { plugins: ['a.jar'] }]],
  ['volume', '"state" twice', [volume('state', '/a'), volume('state', '/b')]],
  ['mount path', '"/a" twice', [volume('one', '/a'), volume('two', '/a')]],
  ['port', '"9249" twice', [port('one', 9249), port('two', 9249)]],
  ['port name', '"metrics" twice', [port('metrics', 9249), port('metrics', 9250)]],
  ['file system group', '1 and 2', [{ fileSystemGroup: 1 }, { fileSystemGroup: 2 }]],
])('one %s cannot be had twice: %s', (what, got, contributions) => {
  expect(refusalOf(() => podTemplate(contributions, UNRESTRICTED)).message).toBe(says(
    `one pod is asked for the same ${what} more than once [pod-conflict]`, got, `each ${what} once`, 'give one of them another name or port, or leave it out',
  ));
});
