import { initialSavepointLeft, nonRestoredStateAllowed } from '../../../src/rules/upgrades/left-behind';
import { found } from '../examples';

describe('non-restored-state-allowed', () => {
  test('true is found', () => expect(found(nonRestoredStateAllowed)).toEqual([{
    at: 'spec.job.allowNonRestoredState',
    what: 'state that no operator of the job claims is dropped at each start',
    got: 'true',
    allowed: 'false, or nothing',
  }]));

  test.each([
    nonRestoredStateAllowed.passes!,
    'job: { allowNonRestoredState: null }',
    'job: null',
  ])('%s is none', (part) => expect(found(nonRestoredStateAllowed, part)).toEqual([]));
});

describe('initial-savepoint-left', () => {
  test('a savepoint to start from is found', () => expect(found(initialSavepointLeft)).toEqual([{
    at: 'spec.job.initialSavepointPath',
    what: 'the job goes back to this savepoint whenever the resource is made anew',
    got: 'a savepoint to start from',
    allowed: 'nothing, once the job has started',
  }]));

  test.each([
    initialSavepointLeft.passes!,
    'job: { initialSavepointPath: "" }',
    'job: null',
  ])('%s is none', (part) => expect(found(initialSavepointLeft, part)).toEqual([]));
});
