import { Chart, JsonPatch, Size } from 'cdk8s';
import { deploymentOf, emitted, freshChart } from './sample-deployment';
import { refusalOf, says } from '../refusals';
import {
  Checkpointing, FlinkStateSnapshot, FlinkStateSnapshotProps, FlinkVersion, ForStStateBackend, OperatorVersion, SavepointFormat, SnapshotKind,
  Throughput, TunedFlinkDeploymentProps, Workload,
} from 'cdk8s-flink';

let chart: Chart;
beforeEach(() => { chart = freshChart(); });
const snapshotOf = (props: Partial<FlinkStateSnapshotProps> = {}, of: Partial<TunedFlinkDeploymentProps> = {}) =>
  new FlinkStateSnapshot(chart, 'before-release', { job: deploymentOf(of, chart), kind: SnapshotKind.savepoint(), ...props });
const spec = () => emitted(chart, 'FlinkStateSnapshot')[0].spec;
const reference = { kind: 'FlinkDeployment', name: 'some-job' };

test('a savepoint is tried again, and stays when the resource goes', () => {
  snapshotOf();
  expect(spec()).toEqual({ backoffLimit: 3, savepoint: { disposeOnDelete: false, formatType: 'CANONICAL' }, jobReference: reference });
});

test('a savepoint with everything said', () => {
  snapshotOf({ retries: 0, kind: SnapshotKind.savepoint({ path: 's3://archive/some-job', format: SavepointFormat.NATIVE, disposeOnDelete: true }) });
  expect(spec()).toEqual({
    backoffLimit: 0, savepoint: { path: 's3://archive/some-job', disposeOnDelete: true, formatType: 'NATIVE' }, jobReference: reference,
  });
});

test('a checkpoint, and a savepoint that there is already', () => {
  snapshotOf({ kind: SnapshotKind.checkpoint() });
  expect(spec()).toEqual({ backoffLimit: 3, checkpoint: {}, jobReference: reference });
  chart = freshChart();
  snapshotOf({ kind: SnapshotKind.existingSavepoint({ path: 's3://archive/savepoint-1' }) });
  expect(spec().savepoint).toEqual({ path: 's3://archive/savepoint-1', disposeOnDelete: false, alreadyExists: true });
});

test('ForSt is asked for what it can give', () => {
  const forSt = { flinkVersion: FlinkVersion.V2_2, stateBackend: new ForStStateBackend() };
  snapshotOf({}, forSt);
  expect(spec().savepoint.formatType).toBe('NATIVE');
  chart = freshChart();
  expect(refusalOf(() => snapshotOf({ kind: SnapshotKind.savepoint({ format: SavepointFormat.CANONICAL }) }, forSt)).message).toBe(says(
    'ForSt takes no canonical savepoints, and the job would fail [snapshot-format]', 'CANONICAL', 'NATIVE', 'leave format out', 'chart/before-release',
  ));
});

test.each([-1, 0.5, NaN, 2 ** 31])('%p retries are refused', (retries) => {
  expect(refusalOf(() => snapshotOf({ retries })).message).toBe(says(
    'retries of a snapshot must be a whole number [snapshot-retries]', String(retries),
    '0, 1, 2, …; below zero releases up to 1.15 never try again, and later ones for ever', 'leave retries out for 3', 'chart/before-release',
  ));
});

test.each(['', 'savepoints', '/savepoints', 's3://with blank'])('the path %j is refused', (path) => {
  const text = says('the path of a savepoint is no URI [snapshot-path]', `"${path}"`, 'a scheme and a path, for example "s3://flink-state/product-dedup/savepoints"',
    'leave the path out for the savepoint directory of the job');
  expect(refusalOf(() => SnapshotKind.savepoint({ path })).message).toBe(text);
  expect(refusalOf(() => SnapshotKind.existingSavepoint({ path })).message).toBe(text);
});

test('a snapshot of a job that takes none is refused, unless it says where it goes', () => {
  const stateless = {
    workload: Workload.statelessTransformation({ throughput: Throughput.of({ recordsPerSecond: 10 }) }),
    stateBackend: undefined,
    checkpointing: Checkpointing.disabled({ reason: 'only forwards' }),
  };
  expect(refusalOf(() => snapshotOf({}, stateless)).message).toBe(says(
    'a snapshot of a job that takes none has nowhere to go [snapshot-of-nothing]', 'FlinkDeployment some-job, whose checkpoints are disabled',
    'a job with checkpoints, or a savepoint with a path', 'give the job a checkpointing, or the savepoint a path', 'chart/before-release',
  ));
  chart = freshChart();
  expect(() => snapshotOf({ kind: SnapshotKind.savepoint({ path: 's3://archive/x' }) }, stateless)).not.toThrow();
});

test('another namespace is refused, and so is a patch that asks for both kinds', () => {
  const other = new Chart(chart, 'other', { namespace: 'other' });
  expect(refusalOf(() => new FlinkStateSnapshot(other, 'x', { job: deploymentOf({}, chart), kind: SnapshotKind.checkpoint() })).message).toBe(says(
    'a snapshot must be in the namespace of its job [other-namespace]', 'other, and its job in flink', 'one namespace for both',
    'put both into charts of the same namespace', 'chart/other/x',
  ));
  chart = freshChart();
  const snapshot = snapshotOf();
  snapshot.addJsonPatch(JsonPatch.add('/spec/checkpoint', {}));
  expect(snapshot.node.validate()).toEqual([expect.stringContaining('a snapshot is either a checkpoint or a savepoint [snapshot-kind]')]);
});

test('releases from 1.10 have the kind', () => {
  expect(() => snapshotOf({}, { operatorVersion: OperatorVersion.V1_10, expectedState: Size.gibibytes(1) } as any)).not.toThrow();
});
