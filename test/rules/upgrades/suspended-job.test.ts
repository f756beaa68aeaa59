import { suspendedJob } from '../../../src/rules/upgrades/suspended-job';
import { foundBy, told } from '../example-of';

test('suspended', () => expect(told(foundBy(suspendedJob, 'job: { state: suspended }'))).toEqual([
  'spec.job.state: the operator keeps this job from running; got suspended; allowed running',
]));

test.each(['job: { state: running }', 'mode: native', 'job: null'])('%s is none', (spec) => expect(foundBy(suspendedJob, spec)).toEqual([]));
