import { JOB_CONTEXT, STANDALONE } from './job-context';
import { flinkOptions } from '../../src/flink/options/option-catalogue';
import { deploymentOf, throughput } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { ClusterMode, FlinkJob, FlinkVersion, OperatorVersion, ProgrammingLanguage, PythonJobProps, Workload } from 'cdk8s-flink';

const script = '/opt/flink/usrlib/job.py';
const bind = (props: PythonJobProps, context = JOB_CONTEXT) => FlinkJob.python(props)._bind(context);
const workload = Workload.statelessTransformation({ throughput, language: ProgrammingLanguage.PYTHON });

test('every dependency in the option of Flink\'s driver', () => {
  expect(bind({
    script,
    files: ['/opt/a.py', '/opt/b'],
    requirements: '/opt/requirements.txt',
    requirementsCache: '/opt/cache',
    archives: [{ path: '/opt/venv.zip' }, { path: '/opt/data.zip', directory: 'data' }],
    executable: 'venv.zip/venv/bin/python',
    args: ['orders'],
  })).toEqual({
    kind: 'python',
    entryClass: 'org.apache.flink.client.python.PythonDriver',
    args: [
      '-py', script, '-pyfs', '/opt/a.py,/opt/b', '-pyreq', '/opt/requirements.txt#/opt/cache', '-pyarch', '/opt/venv.zip,/opt/data.zip#data',
      '-pyexec', 'venv.zip/venv/bin/python', '-pyclientexec', 'venv.zip/venv/bin/python', 'orders',
    ],
    settings: [],
  });
  expect(bind({ module: 'jobs.orders' }).args).toEqual(['-pym', 'jobs.orders']);
});

// With jarURI the operator would mount an empty folder over usrlib of a standalone JobManager, where the script is.
test.each([OperatorVersion.V1_10, OperatorVersion.V1_13, OperatorVersion.V1_16].flatMap((operatorVersion) =>
  [ClusterMode.NATIVE, ClusterMode.STANDALONE].map((mode) => [operatorVersion, mode] as const)))('%s admits it without a jar, %s', (operatorVersion, mode) => {
  const { job } = deploymentOf({ operatorVersion, mode, flinkVersion: FlinkVersion.V1_19, job: FlinkJob.python({ script }), workload }).toJson().spec;
  expect(job).toMatchObject({ entryClass: 'org.apache.flink.client.python.PythonDriver', args: ['-py', script] });
  expect(job).not.toHaveProperty('jarURI');
});

test('jars by an option that every line has', () => {
  const { settings } = bind({ script, jars: ['/opt/kafka.jar', '/opt/jdbc.jar'] });
  expect(settings).toEqual([{ key: 'pipeline.classpaths', value: 'file:///opt/kafka.jar;file:///opt/jdbc.jar', reason: 'jars of the image that the Python program uses' }]);
  [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3]
    .forEach((line) => expect(flinkOptions(line).find('pipeline.classpaths').is).toBe('option'));
});

test('jars make a standalone operator hide usrlib, and all that is named there', () => {
  expect(bind({ script, jars: ['/opt/kafka.jar'] }).args).toEqual(['-py', script]);
  expect(refusalOf(() => bind({ script, jars: ['/opt/kafka.jar'] }, STANDALONE)).code).toBe('jar-hidden');
  expect(refusalOf(() => bind({ script: '/opt/job.py', jars: ['/opt/flink/usrlib/kafka.jar'] }, STANDALONE)).code).toBe('jar-hidden');
  expect(bind({ script: '/opt/job.py', jars: ['/opt/kafka.jar'] }, STANDALONE).args).toEqual(['-py', '/opt/job.py']);
});

test.each([[{}, 'neither'], [{ script, module: 'jobs' }, 'both']])('%j has no one place to start', (props, got) => {
  expect(refusalOf(() => bind(props)).message).toBe(says(
    'a Python job starts with a script or with a module [python-entry]', got, 'script or module', 'for example script: "/opt/flink/usrlib/job.py"',
  ));
});

test('a script that is none', () => {
  expect(refusalOf(() => bind({ script: 'job.py' })).message).toBe(says(
    'script of the Python job names nothing that Flink could take [python-path]', '"job.py"', 'an absolute path in the image that ends with ".py"',
    'put the file into the image and name it from the root, without commas, blanks and hashes',
  ));
});

test.each<PythonJobProps>([
  { script: '/opt/job.jar' }, { script: 's3://jobs/job.py' }, { module: 'jobs/orders' }, { module: 'jobs.' }, { script, files: ['/opt/a,/opt/b'] },
  { script, files: ['a.py'] }, { script, requirements: '/opt/r.txt#/cache' }, { script, requirementsCache: '/cache' }, { script, archives: [{ path: '/opt/venv.tar' }] },
  { script, archives: [{ path: '/opt/venv.zip', directory: 'a b' }] }, { script, executable: 'python3 -u' }, { script, jars: ['/opt/kafka.zip'] },
])('%j is refused', (props) => {
  expect(refusalOf(() => bind(props)).code).toBe('python-path');
});

test('a plan that does not know of Python would leave it no memory', () => {
  const job = FlinkJob.python({ script });
  expect(refusalOf(() => deploymentOf({ job, workload: Workload.statelessTransformation({ throughput }) })).message).toBe(says(
    'a Python job whose workload does not say in which language its functions run [job-against-workload]', 'no language',
    'language: ProgrammingLanguage.PYTHON, or JAVA where the workers run no Python', 'set `language` of the workload', 'chart/some-job',
  ));
  deploymentOf({ job, workload: Workload.statelessTransformation({ throughput, language: ProgrammingLanguage.JAVA }) });
});
