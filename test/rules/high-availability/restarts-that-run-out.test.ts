import { restartsThatRunOut } from '../../../src/rules/high-availability/restarts-that-run-out';
import { found, Read } from '../examples';

describe('restarts-that-run-out', () => {
  test('a last restart is found, and which failure is the last', () => expect(found(restartsThatRunOut)).toEqual([{
    at: 'spec.flinkConfiguration["restart-strategy.fixed-delay.attempts"]',
    what: 'this job ends for good once it has failed often enough since it was started',
    got: '3 restarts',
    allowed: 'exponential-delay, failure-rate, or a number that no job lives to see',
    becomes: 'failure 4 ends the job, however long ago the others were',
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { restart-strategy: "fixeddelay" }', { at: 'spec.flinkConfiguration["restart-strategy.fixed-delay.attempts"]', got: '1 restart', becomes: 'failure 2 ends the job, however long ago the others were' }],
    ['flinkConfiguration: { restart-strategy: "none" }', { at: 'spec.flinkConfiguration.restart-strategy', what: 'the first failure ends this job' }],
  ])('%s is found', (part, read) => expect(found(restartsThatRunOut, part)).toMatchObject([read]));

  test.each([
    restartsThatRunOut.passes!,
    'flinkConfiguration: { restart-strategy.type: "fixed-delay", restart-strategy.fixed-delay.attempts: "2147483647" }',
    'flinkConfiguration: { restart-strategy.type: "exponential-delay" }',
    'flinkConfiguration: { restart-strategy.fixed-delay.attempts: "3" }',
    'flinkConfiguration: { restart-strategy.type: "none", execution.runtime-mode: "BATCH" }',
    'job: null\nflinkConfiguration: { restart-strategy.type: "none" }',
  ])('%s is none', (part) => expect(found(restartsThatRunOut, part)).toEqual([]));
});
