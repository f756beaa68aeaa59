import { withLegacyHeap, withLegacyNetworkBuffers } from '../../../src/flink/memory/legacy-memory';
import { refusalOf } from '../../refusals';

const settings = (options: Record<string, string>) => new Map(Object.entries(options));
const NETWORK = ['taskmanager.memory.network.min', 'taskmanager.memory.network.max'];

test('the heap of the JobManager under its oldest names, unless the newer one is set', () => {
  const heap = (options: Record<string, string>) => withLegacyHeap(settings(options)).get('jobmanager.memory.heap.size');
  expect(heap({ 'jobmanager.heap.size': '1g', 'jobmanager.heap.mb': '5' })).toBe('1g');
  expect(heap({ 'jobmanager.heap.mb': '1024' })).toBe('1073741824b');
  expect(heap({ 'jobmanager.memory.heap.size': '2g', 'jobmanager.heap.size': '1g' })).toBe('2g');
  expect(heap({})).toBeUndefined();
});

test('a count of network buffers is a fixed network memory, unless a bound is set', () => {
  const network = (options: Record<string, string>) => NETWORK.map((key) => withLegacyNetworkBuffers(settings(options)).get(key));
  expect(network({ 'taskmanager.network.numberOfBuffers': '2048' })).toEqual(['67108864b', '67108864b']);
  expect(network({ 'taskmanager.network.numberOfBuffers': '2', 'taskmanager.memory.segment-size': '4kb' })).toEqual(['8192b', '8192b']);
  expect(network({ 'taskmanager.network.numberOfBuffers': '2', 'taskmanager.network.memory.fraction': '0.2' })).toEqual([undefined, undefined]);
});

test.each([
  () => withLegacyHeap(settings({ 'jobmanager.heap.mb': '-1' })),
  () => withLegacyHeap(settings({ 'jobmanager.heap.mb': '1g' })),
  () => withLegacyNetworkBuffers(settings({ 'taskmanager.network.numberOfBuffers': '-1' })),
  () => withLegacyNetworkBuffers(settings({ 'taskmanager.network.numberOfBuffers': '1', 'taskmanager.memory.segment-size': '5000' })),
])('%p is refused', (work) => expect(refusalOf(work).code).toBe('legacy-memory'));
