import { lastStateFallbackOff, lastStateWithoutSavepoints } from '../../../src/rules/upgrades/upgrade-without-way-back';
import { found } from '../examples';

describe('last-state-without-savepoints', () => {
  test('no place for a savepoint is found', () => expect(found(lastStateWithoutSavepoints)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.savepoint-dir"]',
    what: 'an upgrade to another version of Flink cannot take a savepoint',
    got: 'no directory for savepoints, with upgradeMode last-state',
    allowed: 'a directory in a storage that outlives the pods',
  }]));

  test.each([
    lastStateWithoutSavepoints.passes!,
    'job: { upgradeMode: stateless }\nflinkConfiguration: { execution.checkpointing.savepoint-dir: null }',
    'job: { upgradeMode: last-state }\nflinkConfiguration: { execution.checkpointing.savepoint-dir: null, state.savepoints.dir: "s3://flink-state/orders" }',
  ])('%s is none', (part) => expect(found(lastStateWithoutSavepoints, part)).toEqual([]));
});

describe('last-state-fallback-off', () => {
  test('a job that has to run for its upgrade is found', () => expect(found(lastStateFallbackOff)).toEqual([{
    at: 'spec.flinkConfiguration["kubernetes.operator.job.upgrade.last-state-fallback.enabled"]',
    what: 'an upgrade waits until a failing job runs again',
    got: '"false" with upgradeMode savepoint',
    allowed: 'nothing, or true',
  }]));

  test.each([
    lastStateFallbackOff.passes!,
    'job: { upgradeMode: last-state }\nflinkConfiguration: { kubernetes.operator.job.upgrade.last-state-fallback.enabled: "false" }',
  ])('%s is none', (part) => expect(found(lastStateFallbackOff, part)).toEqual([]));
});
