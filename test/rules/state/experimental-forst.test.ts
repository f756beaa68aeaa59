import { experimentalForSt } from '../../../src/rules/state/experimental-forst';
import { found } from '../examples';

describe('experimental-state-backend', () => {
  test('ForSt is found', () => expect(found(experimentalForSt)).toEqual([{
    at: 'spec.flinkConfiguration["state.backend.type"]',
    what: 'Flink calls this state backend experimental',
    got: '"forst"',
    allowed: 'rocksdb or hashmap',
  }]));

  test.each([
    experimentalForSt.passes!,
    'flinkConfiguration: { state.backend.type: null }',
  ])('%s is none', (part) => expect(found(experimentalForSt, part)).toEqual([]));
});
