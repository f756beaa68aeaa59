import { networkBuffersTooFew } from '../../../src/rules/memory/network-buffers-too-few';
import { found, Read } from '../examples';

describe('network-buffers-too-few', () => {
  test('one exchange that does not fit is found', () => expect(found(networkBuffersTooFew)).toEqual([{
    at: 'spec.taskManager',
    what: 'one exchange of records between all subtasks needs more network buffers than a TaskManager has',
    got: '64 MiB of network memory for 2 slots at parallelism 400',
    allowed: '75m and more for each exchange',
    becomes: '2048 buffers of 32 KiB; one exchange needs 2396 to start',
  }]));

  test.each<[string, Partial<Read>]>([
    ['job: { parallelism: 400 }\nflinkConfiguration: { taskmanager.memory.network.max: "74m" }', { becomes: '2368 buffers of 32 KiB; one exchange needs 2396 to start' }],
  ])('%s is found', (part, read) => expect(found(networkBuffersTooFew, part)).toMatchObject([read]));

  test.each([
    networkBuffersTooFew.passes!,
    'job: { parallelism: 400 }\nflinkConfiguration: { taskmanager.memory.network.max: "75m", taskmanager.memory.network.min: "75m" }',
    'job: { parallelism: 400 }\nflinkConfiguration: { taskmanager.memory.network.max: "64m", execution.runtime-mode: "BATCH" }',
    'job: { parallelism: 400 }\nflinkConfiguration: { taskmanager.memory.network.max: "64m", taskmanager.network.memory.buffers-per-channel: "0" }',
    'flinkConfiguration: { taskmanager.memory.network.max: "64m" }',
  ])('%s is none', (part) => expect(found(networkBuffersTooFew, part)).toEqual([]));
});
