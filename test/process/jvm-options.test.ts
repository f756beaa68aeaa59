import fc from 'fast-check';
import { flinkOptions } from '../../src/flink/options/option-catalogue';
import { deploymentOf } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { FlinkVersion, JvmOptions, JvmOptionsProps } from 'cdk8s-flink';

const LINES = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3];
const settingsOf = (props: JvmOptionsProps) =>
  Object.fromEntries((JvmOptions.of(props)._bind().settings ?? []).map(({ key, value }) => [key, value]));

test('each role gets its own option, those for both first', () => {
  expect(settingsOf({ both: ['-XX:+UseG1GC'], jobManager: ['-Dlevel=1'], taskManager: ['-XX:MaxGCPauseMillis=200', '-XX:+UseStringDeduplication'] })).toEqual({
    'env.java.opts.jobmanager': '-XX:+UseG1GC -Dlevel=1',
    'env.java.opts.taskmanager': '-XX:+UseG1GC -XX:MaxGCPauseMillis=200 -XX:+UseStringDeduplication',
  });
  expect(settingsOf({ taskManager: ['-XX:+UseZGC'] })).toEqual({ 'env.java.opts.taskmanager': '-XX:+UseZGC' });
  expect(settingsOf({})).toEqual({});
});

test('no list that Flink or a platform needs is replaced', () => {
  fc.assert(fc.property(fc.array(fc.stringMatching(/^-[A-Za-z:+=.]+$/)), fc.array(fc.stringMatching(/^-D[a-z]+=[\w/.:,]+$/)), (both, taskManager) => {
    expect(Object.keys(settingsOf({ both, taskManager })).filter((key) => !/^env\.java\.opts\.(jobmanager|taskmanager)$/.test(key))).toEqual([]);
  }));
});

test.each(LINES)('%s knows both options', (flinkVersion) => {
  const catalogue = flinkOptions(flinkVersion);
  expect(['env.java.opts.jobmanager', 'env.java.opts.taskmanager'].map((key) => catalogue.find(key).is)).toEqual(['option', 'option']);
});

test.each(['-XX:+UseG1GC', '-Xlog:gc*:file=${FLINK_LOG_PREFIX}.gc.log:time', '--add-opens=java.base/java.nio=ALL-UNNAMED', '-Duser.timezone=UTC', '-Dpath=/a~b#c'])(
  '%s is taken as it stands', (flag) => expect(settingsOf({ jobManager: [flag] })).toEqual({ 'env.java.opts.jobmanager': flag }));

test.each([
  '', 'UseG1GC', '-', '-XX:+UseG1GC -XX:+UseStringDeduplication', '-Da="b"', '-Da=\'b\'', '-Dhosts=a|b', '-Da=b;c', '-Da=b&', '-Da=$(id)', '-Da=`id`', '-Da=$HOME',
  '-Da={b,c}', '-Da=b\\', '-Da=<b', '-XX:OnOutOfMemoryError=kill -9 %p', '-Da=b\n-Dc=d',
])('%j is refused: the start script hands it to eval', (flag) => {
  expect(refusalOf(() => settingsOf({ taskManager: [flag] })).message).toBe(says(
    'the start script of Flink would not hand this flag to Java as it stands [jvm-option]', `"${flag}"`,
    'one flag that begins with a dash, without blanks, quotes and what a shell heeds; ${NAME} for a variable of the container',
    'give each flag as an entry of its own; what needs other characters goes into a file that a flag names',
  ));
});

test.each(['-Xmx2g', '-XX:MaxMetaspaceSize=512m'])('%s is refused by the deployment: Flink computes it', (flag) => {
  expect(refusalOf(() => deploymentOf({ jvm: JvmOptions.of({ taskManager: ['-XX:+UseG1GC', flag] }) })).code).toBe('jvm-memory-flag');
});

test('the options reach the resource beside a raw list for all', () => {
  const { spec } = deploymentOf({ flinkVersion: FlinkVersion.V2_2, jvm: JvmOptions.of({ both: ['-XX:+UseG1GC'] }), flinkConfiguration: { 'env.java.opts.all': '-Da=b' } }).toJson();
  expect(spec.flinkConfiguration).toMatchObject({ 'env.java.opts.all': '-Da=b', 'env.java.opts.jobmanager': '-XX:+UseG1GC', 'env.java.opts.taskmanager': '-XX:+UseG1GC' });
});

test('trap: the older key beside the new ones, which Flink 2 cannot tell apart', () => {
  expect(refusalOf(() => deploymentOf({
    flinkVersion: FlinkVersion.V2_2, jvm: JvmOptions.of({ both: ['-XX:+UseG1GC'] }), flinkConfiguration: { 'env.java.opts': '-Da=b' },
  })).code).toBe('overlapping-keys');
});
