import { Duration, Size } from 'cdk8s';
import { deploymentOf } from './sample-deployment';
import { refusalOf, says } from '../refusals';
import { HashMapStateBackend, S3Checkpointing, S3CheckpointingProps, Throughput, TunedFlinkDeploymentProps, Workload } from 'cdk8s-flink';

const scheduled = (schedule: Partial<S3CheckpointingProps>, changes: Partial<TunedFlinkDeploymentProps> = {}) =>
  deploymentOf({ checkpointing: new S3Checkpointing({ bucket: 'flink-state', ...schedule }), ...changes });
const [second, minute] = [Duration.seconds(1), Duration.minutes(1)];
const measured = { calibration: { checkpointDuration: Duration.seconds(20) } };

test('an interval near the expected duration is told, given or raw, each by what such an interval uploads', () => {
  const finding = [{
    code: 'short-checkpoint-interval',
    message: 'a checkpoint is expected to take 2 s, and the next is due 1 s after its start: the job would do little else',
    fix: 'leave interval out, give it 2 s, or measure a checkpoint and give it as calibration.checkpointDuration',
  }];
  expect(scheduled({ interval: second }).findings).toEqual(finding);
  expect(scheduled({}, { flinkConfiguration: { 'execution.checkpointing.interval': '1s', 'execution.checkpointing.min-pause': '0' } }).findings).toEqual(finding);
});

test('a timeout near the expected duration is told', () => expect(scheduled({ timeout: second }).findings).toEqual([{
  code: 'short-checkpoint-timeout',
  message: 'a checkpoint is expected to take 4 s and is given up after 1 s, with a little backpressure too',
  fix: 'leave timeout out, give it 7 s, or measure a checkpoint and give it as calibration.checkpointDuration',
}]));

test('a pause longer than the interval is told', () => expect(scheduled({ interval: minute, minPause: Duration.minutes(3) }).findings).toEqual([{
  code: 'long-checkpoint-pause',
  message: 'the pause of 180 s between checkpoints takes the place of the interval of 60 s',
  fix: 'leave minPause out, or give the longer time as interval',
}]));

const large = {
  stateBackend: new HashMapStateBackend(),
  workload: Workload.deduplication({
    throughput: Throughput.of({ recordsPerSecond: 20_000 }), expectedState: Size.gibibytes(40), sourcePartitions: 24,
  }),
};

test.each<[string, Partial<TunedFlinkDeploymentProps>, string, string]>([
  ['interval', measured, '20', '30'], ['timeout', measured, '20', '40'], ['interval', large, '17.267', '26'], ['timeout', large, '17.267', '35'],
])('the %s below what is measured, or estimated at least, is refused (%#)', (property, changes, duration, least) => {
  expect(refusalOf(() => scheduled({ [property]: Duration.seconds(10) }, changes)).message).toBe(says(
    `the checkpoint ${property} is shorter than a checkpoint takes, as measured or at its lowest estimate [checkpoint-schedule]`,
    `10 s, and a checkpoint of ${duration} s`, `${least} s and more`,
    `leave ${property} out to have it derived, or give what you have measured as calibration.checkpointDuration`, 'chart/some-job',
  ));
});

test('what the plan derives, measured or not, is never told', () => {
  expect([scheduled({}), scheduled({}, measured), scheduled({ interval: minute })].flatMap(({ findings }) => findings)).toEqual([]);
});

test('a time that cannot be read is refused by its rule', () =>
  expect(refusalOf(() => scheduled({}, { flinkConfiguration: { 'execution.checkpointing.interval': '10mins' } })).code).toBe('unreadable-duration'));
