import { longPointers } from '../../../src/rules/memory/long-pointers';
import { found, Read } from '../examples';

describe('long-pointers', () => {
  test('a heap just above the bound is found', () => expect(found(longPointers)).toEqual([{
    at: 'spec.taskManager',
    what: 'the JVM uses references of eight bytes for a heap of this size',
    got: '35,071 MiB of heap',
    allowed: 'below 32,768 MiB, or far above',
    becomes: '-Xmx36775656922, with UseCompressedOops off',
  }]));

  test.each<[string, Partial<Read>]>([
    ['jobManager: { resource: { memory: 34g } }', { at: 'spec.jobManager', got: '33,408 MiB of heap' }],
  ])('%s is found', (part, read) => expect(found(longPointers, part)).toMatchObject([read]));

  test.each([
    longPointers.passes!,
    'taskManager: { resource: { memory: 110g } }',
    'jobManager: { resource: { memory: 33g } }',
  ])('%s is none', (part) => expect(found(longPointers, part)).toEqual([]));
});
