import fc from 'fast-check';
import { JOB_CONTEXT, STANDALONE } from './job-context';
import { refusalOf, says } from '../refusals';
import { FlinkJob } from 'cdk8s-flink';

const java = (args: string[], context = JOB_CONTEXT) => FlinkJob.jar({ uri: 'local:///opt/flink/job/job.jar', args })._bind(context).args;
const python = (args: string[], context = JOB_CONTEXT) => FlinkJob.python({ script: '/opt/job.py', args })._bind(context).args;

test('a native job gets its arguments as they are', () => {
  fc.assert(fc.property(fc.noBias(fc.array(fc.stringMatching(/^(--)?[a-oq-z][a-z=]{0,8}( [a-z]{2})?$/).filter((text) => !/^--\w+ /.test(text)))), (args) => {
    expect(java(args)).toEqual(args);
  }));
});

// StandaloneApplicationClusterConfigurationParserFactory keeps --host, --port's neighbours -s, -j and --jars for itself; `--` ends its options.
test('a standalone cluster does not read the job\'s options as its own', () => {
  expect(java(['--host', 'db'], STANDALONE)).toEqual(['--', '--host', 'db']);
  expect(java(['orders', '--host', 'db'], STANDALONE)).toEqual(['orders', '--host', 'db']);
});

// Flink parses a Python job's arguments for the cluster and once more for the driver; each takes one `--` away.
test('neither does Flink read a Python program\'s options as its own', () => {
  [JOB_CONTEXT, STANDALONE].forEach((context) => {
    expect(python(['--from', '2026', '-p', '4'], context)).toEqual(['-py', '/opt/job.py', '--', '--', '--from', '2026', '-p', '4']);
    expect(python(['orders', '-p', '4'], context)).toEqual(['-py', '/opt/job.py', 'orders', '-p', '4']);
  });
});

test.each(['--topic orders', '-t orders', '--password hunter2 --topic orders'])('%p is a command line', (argument) => {
  const [option] = argument.split(' ');
  expect(refusalOf(() => java([argument])).message).toBe(says(
    'an option and its value stand in one element, and no shell splits them [job-argument]', `"${option} …"`, 'one argument an element',
    `write "${option}" and its value as two elements`,
  ));
});

test.each(['--query=select 1', 'select -1 - 2', '--', '-5 degrees', '--topic '])('%p is one argument', (argument) => {
  expect(java([argument])).toEqual([argument]);
});

test.each(['-py', '-pym', '--python', '--pyModule'])('%s would make a Python job of a jar', (argument) => {
  expect(refusalOf(() => java(['--topic', argument])).message).toBe(says(
    'Flink takes a job with this argument for a Python job [job-argument]', `"${argument}"`, 'any other name', 'use FlinkJob.python, or rename the option',
  ));
});
