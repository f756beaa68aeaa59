import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { operatorSnapshotSettings } from '../../src/checkpointing/operator-snapshot-settings';
import { operatorOptions } from '../../src/flink/options/option-catalogue';
import { valueDialect } from '../../src/flink/options/value-dialect';
import { valueProblem } from '../../src/flink/options/value-problem';
import { isQuartzCron } from '../../src/operator/admission/quartz-cron';
import { parseDuration } from '../../src/units/flink-duration';
import { deploymentOf, emitted, freshChart } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { CheckpointType, FlinkVersion, ForStStateBackend, OperatorSnapshots, S3Checkpointing, SavepointFormat, SnapshotSchedule } from 'cdk8s-flink';

const RELEASES = ['1.10', '1.11', '1.12', '1.13', '1.14', '1.15', '1.16'];
const ALL: OperatorSnapshots = {
  savepoints: SnapshotSchedule.cron('0 0 3 * * ?'),
  checkpoints: SnapshotSchedule.every(Duration.hours(6)),
  savepointFormat: SavepointFormat.NATIVE,
  checkpointType: CheckpointType.INCREMENTAL,
  maxCount: 5,
  maxAge: Duration.days(7),
  cleanup: true,
  disposeOnDelete: false,
  savepointOnDeletion: true,
};

test('each decision is an option of the operator, and nothing else is written', () => {
  expect(Object.fromEntries(operatorSnapshotSettings(ALL).map(({ key, value }) => [key, value]))).toEqual({
    'kubernetes.operator.periodic.savepoint.interval': '0 0 3 * * ?',
    'kubernetes.operator.periodic.checkpoint.interval': '6h',
    'kubernetes.operator.savepoint.format.type': 'NATIVE',
    'kubernetes.operator.checkpoint.type': 'INCREMENTAL',
    'kubernetes.operator.savepoint.history.max.count': '5',
    'kubernetes.operator.savepoint.history.max.age': '168h',
    'kubernetes.operator.savepoint.cleanup.enabled': 'true',
    'kubernetes.operator.savepoint.dispose-on-delete': 'false',
    'kubernetes.operator.job.savepoint-on-deletion': 'true',
  });
  expect(operatorSnapshotSettings({})).toEqual([]);
});

test.each(RELEASES)('operator %s knows every option, and reads every value', (release) => {
  const catalogue = operatorOptions(release);
  const formats = [SavepointFormat.CANONICAL, SavepointFormat.NATIVE];
  const types = [CheckpointType.FULL, CheckpointType.INCREMENTAL];
  const settings = formats.flatMap((savepointFormat, index) => operatorSnapshotSettings({ ...ALL, savepointFormat, checkpointType: types[index] }));
  settings.forEach(({ key, value }) => {
    expect(`${key} ${catalogue.find(key).is}`).toBe(`${key} option`);
    expect(valueProblem(catalogue, key, value, valueDialect(FlinkVersion.V1_20))).toBeUndefined();
  });
});

test('a schedule is what the operator reads as a time or as a cron expression, never both, never neither', () => {
  const field = fc.constantFrom('0', '*', '?', '5', '0/15', '1-5', 'L', 'MON-FRI', 'JAN', '60', 'x', '2026');
  const made = fc.oneof(
    fc.integer({ min: 60_000, max: 10_000_000 }).map((millis) => () => SnapshotSchedule.every(Duration.millis(millis))),
    fc.array(field, { minLength: 4, maxLength: 8 }).map((fields) => () => SnapshotSchedule.cron(fields.join(' '))),
    fc.constantFrom('6 h', '10min', '', ' ').map((text) => () => SnapshotSchedule.cron(text)),
  );
  const isTime = (text: string) => { try { return parseDuration(text) > 0n; } catch { return false; } };
  let read = 0;
  fc.assert(fc.property(fc.noBias(made), (make) => {
    let expression: string;
    try {
      ({ expression } = make());
    } catch (error) {
      expect(String(error)).toMatch('[snapshot-schedule]');
      return;
    }
    read += 1;
    expect(isTime(expression)).not.toBe(isQuartzCron(expression));
  }), { numRuns: 500 });
  expect(read).toBeGreaterThan(50);
});

test.each(['0 3 * * *', '0 0 3 * * *', '@daily', '6h', ''])('the expression %j, which the operator would pass over, is refused', (expression) => {
  expect(refusalOf(() => SnapshotSchedule.cron(expression)).message).toBe(says(
    'the operator cannot read this cron expression, and would take no snapshot [snapshot-schedule]', `"${expression}"`,
    'six or seven fields of Quartz: seconds, minutes, hours, day of month, month, day of week, year, with ? for one of the days',
    'for three o\'clock every night: "0 0 3 * * ?"; a crontab line lacks the seconds',
  ));
});

test('snapshots more often than the operator looks are refused', () => {
  expect(refusalOf(() => SnapshotSchedule.every(Duration.seconds(59))).message).toBe(says(
    'the interval of a snapshot schedule is shorter than the operator looks [snapshot-schedule]', '59s', '1min and more',
    'leave frequent snapshots to the checkpoints of the job',
  ));
  expect(SnapshotSchedule.every(Duration.minutes(1)).expression).toBe('1min');
});

test.each([0, -1, 1.5, NaN])('a history of %p is refused', (maxCount) => {
  expect(refusalOf(() => operatorSnapshotSettings({ maxCount })).message).toBe(says(
    'operatorSnapshots.maxCount of the checkpointing must be a whole number from 1 [checkpointing-count]', String(maxCount), '1, 2, 3, …',
    'leave operatorSnapshots.maxCount out',
  ));
});

test('periodic savepoints always have their directory', () => {
  const chart = freshChart();
  deploymentOf({ checkpointing: new S3Checkpointing({ bucket: 'flink-state', operatorSnapshots: ALL }) }, chart);
  expect(emitted(chart, 'FlinkDeployment')[0].spec.flinkConfiguration).toMatchObject({
    'kubernetes.operator.periodic.savepoint.interval': '0 0 3 * * ?',
    'execution.checkpointing.savepoint-dir': 's3://flink-state/some-job/savepoints',
  });
});

test('a format that ForSt cannot write is refused beside it', () => {
  const withForSt = (savepointFormat: SavepointFormat) => deploymentOf({
    flinkVersion: FlinkVersion.V2_2,
    stateBackend: new ForStStateBackend(),
    checkpointing: new S3Checkpointing({ bucket: 'flink-state', operatorSnapshots: { savepointFormat } }),
  });
  expect(refusalOf(() => withForSt(SavepointFormat.CANONICAL)).message).toBe(says(
    'two sources of the same rank disagree on kubernetes.operator.savepoint.format.type [setting-conflict]',
    '"CANONICAL" by S3Checkpointing (set explicitly), "NATIVE" by ForStStateBackend (ForSt refuses the operator\'s default format)', 'one value',
    'remove one of the two, or decide it in flinkConfiguration, which wins over both', 'chart/some-job',
  ));
  expect(() => withForSt(SavepointFormat.NATIVE)).not.toThrow();
});
