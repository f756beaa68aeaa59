import { applyEdits } from './apply-edits';

const PATH = ['spec', 'flinkConfiguration', 'state.backend.incremental'];
const of = (flinkConfiguration: object) => ({ spec: { flinkConfiguration } });

test('a value is set, and what is missing above it is made', () => {
  expect(applyEdits({ spec: { job: { parallelism: 2 } } }, [{ set: ['spec', 'job', 'parallelism'], value: 6 }])).toEqual({ spec: { job: { parallelism: 6 } } });
  expect(applyEdits({ kind: 'FlinkDeployment' }, [{ set: ['spec', 'job', 'parallelism'], value: 6 }]))
    .toEqual({ kind: 'FlinkDeployment', spec: { job: { parallelism: 6 } } });
});

test('a key or an element is removed; one that is not there is no mistake', () => {
  expect(applyEdits(of({ 'state.backend.incremental': 'true', 'other.key': 'x' }), [{ remove: PATH }])).toEqual(of({ 'other.key': 'x' }));
  expect(applyEdits({ args: ['a', 'b', 'c'] }, [{ remove: ['args', 1] }])).toEqual({ args: ['a', 'c'] });
  expect(applyEdits(of({}), [{ remove: PATH }])).toEqual(of({}));
});

test('a dotted key is found where it is nested too', () => {
  expect(applyEdits(of({ state: { backend: { incremental: true, type: 'rocksdb' } } }), [{ remove: PATH }])).toEqual(of({ state: { backend: { type: 'rocksdb' } } }));
  expect(applyEdits(of({ 'state.backend': { incremental: true } }), [{ set: PATH, value: 'false' }])).toEqual(of({ 'state.backend': { incremental: 'false' } }));
});

test('a renamed key keeps its value, and leaves the map that it was nested in', () => {
  const rename = { rename: PATH, key: 'execution.checkpointing.incremental' };
  expect(applyEdits(of({ 'state.backend.incremental': 'true' }), [rename])).toEqual(of({ 'execution.checkpointing.incremental': 'true' }));
  expect(applyEdits(of({ state: { 'backend.incremental': true } }), [rename])).toEqual(of({ 'state': {}, 'execution.checkpointing.incremental': true }));
  expect(applyEdits(of({}), [rename])).toEqual(of({}));
});

test('edits are made one after the other, on a manifest of their own', () => {
  const manifest = of({ a: '1' });
  expect(applyEdits(manifest, [{ rename: ['spec', 'flinkConfiguration', 'a'], key: 'b' }, { set: ['spec', 'flinkConfiguration', 'b'], value: '2' }])).toEqual(of({ b: '2' }));
  expect(manifest).toEqual(of({ a: '1' }));
});
