import fc from 'fast-check';
import { FlinkConfiguration } from '../../../src/flink/configuration/flink-configuration';
import { currentKey, keyFor, readOption } from '../../../src/flink/configuration/option-spelling';
import { SettingRank } from '../../../src/flink/configuration/provenance';
import { refusalOf, says } from '../../refusals';
import { FlinkVersion } from 'cdk8s-flink';

const setting = (key: string, value: string, reason = 'why not') => [{ key, value, reason }];
const RENAMED = 'execution.checkpointing.dir';
const ranks = fc.shuffledSubarray([SettingRank.SIZING, SettingRank.STRATEGY, SettingRank.PROPERTY, SettingRank.RAW], { minLength: 1 });

test('the highest rank wins, in whatever order they come', () => {
  fc.assert(fc.property(ranks, (order) => {
    const configuration = new FlinkConfiguration();
    order.forEach((rank) => configuration.add(rank, `hand ${rank}`, setting('some.key', `value ${rank}`)));
    const highest = Math.max(...order);
    expect(configuration.spelledFor(FlinkVersion.V1_20))
      .toEqual([{ key: 'some.key', value: `value ${highest}`, rank: highest, by: `hand ${highest}`, reason: 'why not' }]);
  }));
});

test('two of one rank that differ are refused, by both their names', () => {
  const configuration = new FlinkConfiguration().add(SettingRank.STRATEGY, 'FirstBackend', setting('some.key', '1', 'it is small'));
  configuration.add(SettingRank.STRATEGY, 'SecondBackend', setting('some.key', '1'));
  expect(refusalOf(() => configuration.add(SettingRank.STRATEGY, 'ThirdBackend', setting('some.key', '2', 'it is large'))).message).toBe(says(
    'two sources of the same rank disagree on some.key [setting-conflict]',
    '"1" by SecondBackend (why not), "2" by ThirdBackend (it is large)', 'one value',
    'remove one of the two, or decide it in flinkConfiguration, which wins over both',
  ));
});

test('two spellings of one option meet', () => {
  const raw = { 'state.checkpoints.dir': 's3://raw/old', [RENAMED]: 's3://raw/new' };
  expect(refusalOf(() => new FlinkConfiguration().addRaw(raw)).message).toMatch('disagree on execution.checkpointing.dir [setting-conflict]');
});

test('a raw setting in an older spelling takes the place of ours, in the spelling that is read', () => {
  const configuration = new FlinkConfiguration()
    .add(SettingRank.STRATEGY, 'S3Checkpointing', setting(RENAMED, 's3://ours'))
    .addRaw({ 'state.checkpoints.dir': 's3://theirs' });
  expect(configuration.render(FlinkVersion.V2_0)).toEqual({ 'execution.checkpointing.dir': 's3://theirs' });
});

test.each<[FlinkVersion, string[]]>([
  [FlinkVersion.V1_19, ['execution.checkpointing.unaligned.enabled', 'state.backend.incremental', 'state.backend.type', 'state.checkpoints.dir',
    'state.checkpoints.num-retained', 'state.savepoints.dir']],
  [FlinkVersion.V1_20, ['execution.checkpointing.dir', 'execution.checkpointing.incremental', 'execution.checkpointing.num-retained',
    'execution.checkpointing.savepoint-dir', 'execution.checkpointing.unaligned.enabled', 'state.backend.type']],
])('%s gets its own spelling, sorted', (version, keys) => {
  const configuration = new FlinkConfiguration();
  for (const key of ['state.backend.type', 'execution.checkpointing.savepoint-dir', RENAMED, 'execution.checkpointing.incremental',
    'execution.checkpointing.num-retained', 'execution.checkpointing.unaligned.enabled']) {
    configuration.add(SettingRank.STRATEGY, 'a strategy', setting(key, 'x'));
  }
  expect(Object.keys(configuration.render(version))).toEqual(keys);
});

test('rendering is sorted and does not depend on the order of adding', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}(\.[a-z-]{1,6}){0,3}$/)), (keys) => {
    const rendered = (order: string[]) =>
      Object.keys(new FlinkConfiguration().addRaw(Object.fromEntries(order.map((key) => [key, key]))).render(FlinkVersion.V1_20));
    expect(rendered(keys)).toEqual([...keys].sort());
    expect(rendered([...keys].reverse())).toEqual(rendered(keys));
  }));
});

test.each<[unknown, string]>([[3, 'number'], [true, 'boolean'], [null, 'null'], [{ nested: '1' }, 'object']])('%j as a raw value is refused', (value, got) => {
  expect(refusalOf(() => new FlinkConfiguration().addRaw({ 'some.key': value as string })).message).toBe(says(
    'some.key by flinkConfiguration is not text [setting-not-text]', got, 'a key and a value in text, which every release of the operator accepts', 'put the value in quotes',
  ));
});

test('an option is read under any spelling, the current one first', () => {
  expect(readOption(new Map([['state.backend', 'rocksdb']]), 'state.backend.type')).toBe('rocksdb');
  expect(readOption(new Map([['state.backend', 'old'], ['state.backend.type', 'new']]), 'state.backend.type')).toBe('new');
  expect(readOption(new Map(), 'state.backend.type')).toBeUndefined();
});

test('an older spelling leads to the current key and back', () => {
  expect(currentKey(keyFor(FlinkVersion.V1_19, RENAMED))).toBe(RENAMED);
  expect([currentKey('unknown.key'), keyFor(FlinkVersion.V1_19, 'unknown.key')]).toEqual(['unknown.key', 'unknown.key']);
});

test('two sources that disagree on a secret do not repeat it', () => {
  const secret = (value: string) => [{ key: 's3.secret-key', value, reason: 'x' }];
  const refusal = refusalOf(() => new FlinkConfiguration().add(SettingRank.STRATEGY, 'One', secret('hunter1')).add(SettingRank.STRATEGY, 'Other', secret('hunter2')));
  expect(refusal.message).toContain('a secret by One (x), a secret by Other (x)');
  expect(refusal.message).not.toContain('hunter');
});
