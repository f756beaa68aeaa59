import { statelessUpgrade, upgradeModeUnsaid } from '../../../src/rules/upgrades/upgrade-mode';
import { found, Read } from '../examples';

describe('stateless-upgrade', () => {
  test('a stateless upgrade of what looks like state is found', () => expect(found(statelessUpgrade)).toEqual([{
    at: 'spec.job.upgradeMode',
    what: 'each change of the spec starts this job from nothing, and it looks as if it keeps state',
    got: 'stateless, with state backend rocksdb, a checkpoint directory, a savepoint directory and high availability',
    allowed: 'savepoint or last-state',
    becomes: 'a cancelled job and an empty one after each change',
  }]));

  test.each<[string, Partial<Read>]>([
    ['job: { upgradeMode: null }\nflinkConfiguration: { execution.checkpointing.savepoint-dir: null, high-availability.type: null, state.backend.type: "hashmap" }', { got: 'nothing, which is stateless, with a checkpoint directory' }],
  ])('%s is found', (part, read) => expect(found(statelessUpgrade, part)).toMatchObject([read]));

  test.each([
    statelessUpgrade.passes!,
    'job: { upgradeMode: last-state }',
    'job: null',
    'job: { upgradeMode: stateless }\nflinkConfiguration: { execution.checkpointing.dir: null, execution.checkpointing.savepoint-dir: null, high-availability.type: "none", state.backend.type: "hashmap" }',
  ])('%s is none', (part) => expect(found(statelessUpgrade, part)).toEqual([]));
});

describe('upgrade-mode-unsaid', () => {
  test('a job without signs of state that says nothing is found', () => expect(found(upgradeModeUnsaid)).toEqual([{
    at: 'spec.job.upgradeMode',
    what: 'the manifest does not say what becomes of the state in an upgrade',
    got: 'nothing, which is stateless',
    allowed: 'stateless, savepoint or last-state',
    edits: [{ set: ['spec', 'job', 'upgradeMode'], value: 'stateless' }],
  }]));

  test.each([
    upgradeModeUnsaid.passes!,
    'job: { upgradeMode: null }',
    'job: null\nflinkConfiguration: { execution.checkpointing.dir: null, execution.checkpointing.savepoint-dir: null, high-availability.type: null, state.backend.type: null }',
  ])('%s is none', (part) => expect(found(upgradeModeUnsaid, part)).toEqual([]));
});
