import { Duration } from 'cdk8s';
import { TaintEffect } from 'cdk8s-plus-28';
import { UNRESTRICTED } from './roles';
import { podTemplate } from '../../src/pods/pod-template';
import { refusalOf, says } from '../refusals';
import { NodeAffinity, PodContribution, Toleration, TopologySpread } from 'cdk8s-flink';

const specOf = (...contributions: PodContribution[]) => podTemplate(contributions, UNRESTRICTED)!.spec;
const where = (contribution: PodContribution) => {
  const { containers, ...rest } = specOf(contribution);
  return rest;
};

test('nodes kept for Flink are one line', () => {
  expect(where({ nodeAffinity: [NodeAffinity.required('cfk-cr', ['flink'])] })).toEqual({
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'cfk-cr', operator: 'In', values: ['flink'] }] }] },
      },
    },
  });
});

test('affinities of several contributions are all met; a preferred one has its weight', () => {
  const disk = { nodeAffinity: [NodeAffinity.required('disk', ['ssd', 'nvme']), NodeAffinity.preferred(20, 'zone', ['a'])] };
  expect(specOf({ nodeAffinity: [NodeAffinity.required('pool', ['flink'])] }, disk).affinity).toEqual({
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'pool', operator: 'In', values: ['flink'] }, { key: 'disk', operator: 'In', values: ['ssd', 'nvme'] }] }],
      },
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 20, preference: { matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] } }],
    },
  });
});

test.each<[string, () => unknown, string]>([
  ['no value', () => NodeAffinity.required('pool', []), says(
    'a node affinity needs a value of the label [node-affinity]', 'no value', 'one value and more, as a list', "for example ['flink']")],
  ['a text', () => NodeAffinity.required('pool', 'flink' as any), says(
    'a node affinity needs a value of the label [node-affinity]', '"flink"', 'one value and more, as a list', "for example ['flink']")],
  ...[0, 101, 1.5].map((weight): [string, () => unknown, string] => [`weight ${weight}`, () => NodeAffinity.preferred(weight, 'pool', ['a']), says(
    'a preferred node affinity has a weight [node-affinity]', String(weight), 'a whole number from 1 to 100', 'use 100 for a single preference')]),
  ...[0, -1, 1.5].map((maxSkew): [string, () => unknown, string] => [`skew ${maxSkew}`, () => TopologySpread.acrossNodes({ maxSkew }), says(
    'maxSkew of a topology spread is a number of pods [topology-spread]', String(maxSkew), 'a whole number from 1', 'leave it out for 1')]),
])('%s is refused', (_, work, message) => expect(refusalOf(work).message).toBe(message));

test('tolerations, with and without value and effect', () => {
  expect(where({
    tolerations: [
      Toleration.equal('dedicated', 'flink', TaintEffect.NO_SCHEDULE), Toleration.equal('dedicated', 'flink'),
      Toleration.exists('spot', TaintEffect.NO_EXECUTE), Toleration.exists('spot'),
    ],
  })).toEqual({
    tolerations: [
      { key: 'dedicated', operator: 'Equal', value: 'flink', effect: 'NoSchedule' }, { key: 'dedicated', operator: 'Equal', value: 'flink' },
      { key: 'spot', operator: 'Exists', effect: 'NoExecute' }, { key: 'spot', operator: 'Exists' },
    ],
  });
});

test('pods are spread among those of their role', () => {
  const labelSelector = { matchLabels: { app: 'some-job', component: 'taskmanager' } };
  expect(where({ topologySpread: [TopologySpread.acrossZones(), TopologySpread.acrossNodes({ required: true, maxSkew: 2 })] })).toEqual({
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector },
      { maxSkew: 2, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule', labelSelector },
    ],
  });
});

test('what a pod has once is taken from whoever gives it', () => {
  const one = { priorityClassName: 'streaming', terminationGracePeriod: Duration.minutes(2) };
  expect(where({ ...one, runtimeClassName: 'gvisor', schedulerName: 'volcano' })).toEqual({
    priorityClassName: 'streaming', runtimeClassName: 'gvisor', schedulerName: 'volcano', terminationGracePeriodSeconds: 120,
  });
  expect(specOf(one, {}, one)).toEqual(specOf(one));
});

test.each<[string, string, PodContribution, PodContribution]>([
  ['priority class', 'high and low', { priorityClassName: 'high' }, { priorityClassName: 'low' }],
  ['runtime class', 'a and b', { runtimeClassName: 'a' }, { runtimeClassName: 'b' }],
  ['scheduler', 'a and b', { schedulerName: 'a' }, { schedulerName: 'b' }],
  ['grace period', '30 and 60', { terminationGracePeriod: Duration.seconds(30) }, { terminationGracePeriod: Duration.seconds(60) }],
  ['label team', 'a and b', { labels: { team: 'a' } }, { labels: { team: 'b' } }],
  ['annotation note', 'a and b', { annotations: { note: 'a' } }, { annotations: { note: 'b' } }],
])('two values of one %s are refused', (what, got, one, other) => {
  expect(refusalOf(() => specOf(one, other)).message).toBe(says(
    `one pod is asked for the same ${what} more than once [pod-conflict]`, got, `each ${what} once`, 'give one of them another name or port, or leave it out',
  ));
});
