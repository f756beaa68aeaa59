import * as fc from 'fast-check';
import { podTemplate } from '../../../conformance/pod-template-cases';
import { mergePodTemplates } from '../../../src/operator/pods/merge-pod-templates';

const containers = (...list: Record<string, unknown>[]) => ({ spec: { containers: list as any } });

test('by position the role renames what stands there', () => {
  const merged = mergePodTemplates(
    containers({ name: 'sidecar', image: 'a', env: [{ name: 'A', value: '1' }] }), containers({ name: 'flink-main-container', env: [{ name: 'B' }] }), false);
  expect(merged).toEqual(containers({ name: 'flink-main-container', image: 'a', env: [{ name: 'B', value: '1' }] }));
});

test('by name each keeps to its own', () => {
  const merged = mergePodTemplates(
    containers({ name: 'sidecar', image: 'a' }), containers({ name: 'flink-main-container' }, { name: 'sidecar', tty: true }), true);
  expect(merged).toEqual(containers({ name: 'sidecar', image: 'a', tty: true }, { name: 'flink-main-container' }));
});

test('by name two mounts of one volume become the last', () => {
  const mounts = (...paths: string[]) => containers({ name: 'a', volumeMounts: paths.map((mountPath) => ({ name: 'data', mountPath })) });
  expect(mergePodTemplates(mounts('/a', '/b'), mounts('/c'), true)).toEqual(mounts('/c'));
});

test('lists of elements without names merge by position even so', () => {
  const tolerations = (...list: object[]) => ({ spec: { tolerations: list } });
  expect(mergePodTemplates(tolerations({ key: 'a', effect: 'x' }), tolerations({ key: 'b' }, { key: 'c' }), true)).toEqual(tolerations({ key: 'b', effect: 'x' }, { key: 'c' }));
});

test('plain values of a common list stay, more are appended', () => {
  const args = (...list: string[]) => containers({ name: 'a', args: list });
  expect(mergePodTemplates(args('x', 'y'), args('1', '2', '3'), false)).toEqual(args('x', 'y', '3'));
});

test('a field that is null or an empty list changes nothing', () => {
  const common = containers({ name: 'a', image: 'b', env: [{ name: 'A' }] });
  expect(mergePodTemplates(common, containers({ name: 'a', image: null, env: [] }), true)).toEqual(common);
});

test('an empty common list is no list: even by name the role keeps its doubles', () => {
  const role = containers({ name: 'a', env: [{ name: 'A', value: '1' }, { name: 'A', value: '2' }] });
  expect(mergePodTemplates(containers({ name: 'a', env: [] }), role, true)).toEqual(role);
});

test('one template alone is the result, and neither is changed by a merge', () => {
  fc.assert(fc.property(podTemplate, podTemplate, fc.boolean(), (common, role, byName) => {
    const before = JSON.stringify([common, role]);
    mergePodTemplates(common, role, byName);
    expect(JSON.stringify([common, role])).toBe(before);
    expect(mergePodTemplates(common, undefined, byName)).toBe(common);
    expect(mergePodTemplates(undefined, role, byName)).toBe(role);
  }));
});

test('by position a template over itself is itself', () => {
  fc.assert(fc.property(podTemplate, (template) => {
    expect(mergePodTemplates(template, template, false)).toEqual(template);
  }));
});
