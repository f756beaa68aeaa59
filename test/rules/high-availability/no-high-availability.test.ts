import { lastStateWithoutMetadata, noHighAvailability, sessionWithoutHighAvailability } from '../../../src/rules/high-availability/no-high-availability';
import { found, Read } from '../examples';

describe('last-state-without-high-availability', () => {
  test('a last state without high availability is found', () => expect(found(lastStateWithoutMetadata)).toEqual([{
    at: 'spec.flinkConfiguration["high-availability.type"]',
    what: 'this job is upgraded from its last state, which is forgotten with the JobManager',
    got: 'no high availability, with upgradeMode last-state',
    allowed: 'kubernetes',
    becomes: 'no upgrade and no restart from the last checkpoint once the JobManager is gone',
  }]));

  test.each<[string, Partial<Read>]>([
    ['job: { upgradeMode: last-state }\nflinkConfiguration: { high-availability.type: "NONE", execution.checkpointing.interval: null }', { at: 'spec.flinkConfiguration["high-availability.type"]' }],
  ])('%s is found', (part, read) => expect(found(lastStateWithoutMetadata, part)).toMatchObject([read]));

  test.each([
    lastStateWithoutMetadata.passes!,
    'job: { upgradeMode: savepoint }\nflinkConfiguration: { high-availability.type: null }',
  ])('%s is none', (part) => expect(found(lastStateWithoutMetadata, part)).toEqual([]));
});

describe('no-high-availability', () => {
  test('checkpoints without high availability are found', () => expect(found(noHighAvailability)).toEqual([{
    at: 'spec.flinkConfiguration["high-availability.type"]',
    what: 'when the JobManager goes, the job does not find its last checkpoint',
    got: 'no high availability, with upgradeMode savepoint',
    allowed: 'kubernetes',
    becomes: 'after a restart of the JobManager the job as it was at its last upgrade',
  }]));

  test.each<[string, Partial<Read>]>([
    ['job: { upgradeMode: stateless }\nflinkConfiguration: { high-availability.type: null }', { got: 'no high availability, with upgradeMode stateless', becomes: 'after a restart of the JobManager a job that starts empty' }],
  ])('%s is found', (part, read) => expect(found(noHighAvailability, part)).toMatchObject([read]));

  test.each([
    noHighAvailability.passes!,
    'job: { upgradeMode: last-state }\nflinkConfiguration: { high-availability.type: null }',
    'job: { upgradeMode: stateless }\nflinkConfiguration: { high-availability.type: null, execution.checkpointing.interval: null }',
    'job: null\nflinkConfiguration: { high-availability.type: null }',
    'flinkConfiguration: { high-availability.type: null, high-availability: "kubernetes" }',
  ])('%s is none', (part) => expect(found(noHighAvailability, part)).toEqual([]));
});

describe('session-without-high-availability', () => {
  test('a session without high availability is found', () => expect(found(sessionWithoutHighAvailability)).toEqual([{
    at: 'spec.flinkConfiguration["high-availability.type"]',
    what: 'all jobs of this session end with the pod of its JobManager',
    got: 'no high availability',
    allowed: 'kubernetes',
  }]));

  test.each([
    sessionWithoutHighAvailability.passes!,
    'flinkConfiguration: { high-availability.type: null }',
  ])('%s is none', (part) => expect(found(sessionWithoutHighAvailability, part)).toEqual([]));
});
