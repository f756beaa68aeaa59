import { Duration } from 'cdk8s';
import { checkpointSettings } from '../../src/checkpointing/checkpoint-settings';
import { flinkOptions } from '../../src/flink/options/option-catalogue';
import { valueDialect } from '../../src/flink/options/value-dialect';
import { valueProblem } from '../../src/flink/options/value-problem';
import { refusalOf, says } from '../refusals';
import { planOf } from '../sizing/arbitrary-workload';
import { CONTEXT } from '../strategy-context';
import { Checkpointing, CheckpointingMode, CheckpointingProps, CheckpointRetention, FlinkVersion, S3Checkpointing, WorkloadKind } from 'cdk8s-flink';

const settingsOf = (schedule: CheckpointingProps) => Object.fromEntries(
  checkpointSettings(schedule, { checkpoints: 's3://b/c', savepoints: 's3://b/s' }).map(({ key, value }) => [key, value]),
);
const DIRECTORIES = { 'execution.checkpointing.dir': 's3://b/c', 'execution.checkpointing.savepoint-dir': 's3://b/s' };

test('nothing is written that nobody asked for', () => expect(settingsOf({})).toEqual(DIRECTORIES));

test('what is asked for is written, and what the plan takes in is left to it', () => {
  expect(settingsOf({ mode: CheckpointingMode.AT_LEAST_ONCE, unaligned: false, maxConcurrent: 2, retained: 1 })).toEqual({
    ...DIRECTORIES,
    'execution.checkpointing.mode': 'AT_LEAST_ONCE',
    'execution.checkpointing.max-concurrent-checkpoints': '2',
  });
});

test.each<[string, number]>(['maxConcurrent', 'retained'].flatMap((name) => [0, -1, 1.5, NaN].map((value): [string, number] => [name, value])))(
  '%s %p is refused', (property, value) => {
    expect(refusalOf(() => settingsOf({ [property]: value })).message).toBe(says(
      `${property} of the checkpointing must be a whole number from 1 [checkpointing-count]`, String(value), '1, 2, 3, …', `leave ${property} out`,
    ));
  },
);

test.each([CheckpointRetention.RETAIN_ON_CANCELLATION, CheckpointRetention.DELETE_ON_CANCELLATION])('%s is a word that every Flink reads', (retention) => {
  const key = 'execution.checkpointing.externalized-checkpoint-retention';
  expect(settingsOf({ retention })).toEqual({ ...DIRECTORIES, [key]: retention });
  for (const line of ['1.19', '1.20', '2.0', '2.1', '2.2', '2.3']) {
    const version = FlinkVersion.of(line);
    expect(valueProblem(flinkOptions(version), key, retention, valueDialect(version))).toBeUndefined();
  }
});

test('disabled checkpointing takes none and says why', () => {
  const disabled = Checkpointing.disabled({ reason: 'the job only forwards' });
  expect(disabled.enabled).toBe(false);
  expect(disabled.bind(CONTEXT)).toEqual({});
  expect(new S3Checkpointing({ bucket: 'flink-state' }).enabled).toBe(true);
});

test.each(['', ' \n'])('disabled with the reason %j is refused', (reason) => {
  expect(refusalOf(() => Checkpointing.disabled({ reason })).message).toBe(says(
    'checkpoints are disabled without a reason [checkpointing-reason]', `"${reason}"`,
    'a sentence that the next reader understands', 'say why the job can start from nothing after a failure',
  ));
});

test.each([['interval', { checkpointInterval: Duration.millis(9) }], ['timeout', { checkpointTimeout: Duration.millis(9) }]])(
  'a checkpoint %s below ten milliseconds is refused', (property, decided) => {
    const facts = { kind: WorkloadKind.DEDUPLICATION, rate: 1_000, recordBytes: 100, stateMebibytes: 1_024 };
    expect(refusalOf(() => planOf(facts, decided)).message).toBe(says(
      `the checkpoint ${property} is too short for Flink [checkpoint-schedule]`, '9 ms', '10 ms and more', `leave ${property} out to have it derived`,
    ));
  },
);
