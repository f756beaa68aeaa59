import * as fc from 'fast-check';
import { Answer, Question } from './answers';
import { Reply } from './oracle';
import { deployTimeFailures } from '../src/operator/deploy/deploy-time-failures';
import { OperatorVersion } from '../src/operator/operator-version';

/** The step of a deployment at which a failure of ours stops it. */
const STEPS: Record<string, string> = {
  'image-pull-policy': 'configuration',
  'jar-uri': 'configuration',
  'jar-uri-scheme': 'configuration',
  'application-jar': 'jar',
  'hidden-memory': 'memory',
  'task-manager-cpu': 'memory',
  'limit-factor': 'factors',
  'option-value': 'factors',
  'overlapping-keys': 'file',
};

const factor = fc.constantFrom('jobmanager', 'taskmanager').chain((role) => fc.tuple(fc.constantFrom('cpu', 'memory'), fc.constantFrom('1', '1.5', '0.5', '0.99', 'NaN', 'x'))
  .map(([name, text]) => ({ [`kubernetes.${role}.${name}.limit-factor`]: text })));
const options = fc.array(fc.oneof(
  factor,
  fc.constantFrom<Record<string, string>>(
    { 'state.backend': 'rocksdb', 'state.backend.incremental': 'true' }, { 'high-availability': 'kubernetes', 'high-availability.storageDir': 's3://b/h' },
    { 'env.java.opts': '-Da=b', 'env.java.opts.taskmanager': '-Dc=d' }, { 'rest.port': '8081', 'rest.port-range': '1' }, { 'a-b': '1', 'a': '2', 'a.c': '3' },
    { 'kubernetes.operator.a': '1', 'kubernetes.operator.a.b': '2' }, { 'rest.bind-address': 'x', 'rest.bind-address.y': 'z' }, { 'state.backend.type': 'rocksdb' }),
  fc.constantFrom('local:///a.jar', 'local:///a.jar;local:///b.jar', '', '/a.jar', 'a b').map((jars) => ({ 'pipeline.jars': jars })),
), { maxLength: 1 }).map((parts): Record<string, string> => Object.assign({}, ...parts));

const job = fc.record({
  jarURI: fc.constantFrom(undefined, undefined, 'local:///opt/job.jar', 'local:///opt/job.jar', '/opt/job.jar', 'local:///a b', 'https://repo.example.com/job.jar'),
  entryClass: fc.constantFrom(undefined, 'com.example.Job', 'org.apache.flink.client.python.PythonDriver', 'org.apache.flink.client.python.PythonGatewayServer'),
  args: fc.constantFrom(undefined, [], ['-py', 'job.py'], ['--python', 'job.py'], ['-pym'], ['--pyFiles', 'x'], ['--topic', 'a']),
  parallelism: fc.constant(2),
}, { requiredKeys: ['parallelism'] });
const role = (release: OperatorVersion) => fc.record({
  resource: fc.constant({ memory: '2048m', cpu: 1 }),
  resources: release._isAtLeast(OperatorVersion.V1_16)
    ? fc.constantFrom(undefined, undefined, undefined, {}, { requests: { cpu: '2' } }, { limits: { cpu: 2 } }, { requests: { memory: '2Gi' } },
      { requests: { cpu: 1, memory: '2Gi' }, limits: { cpu: 2, memory: '3Gi' } }, { limits: { memory: '2Gi' } })
    : fc.constant(undefined),
});

/** Sound deployments with, now and then, something that admission does not look at. */
export const deployments = (cases: number, seed: number, release: OperatorVersion): Question[] => {
  // Operator 1.11 fails at overlapping keys by chance.
  const newer = release._isAtLeast(OperatorVersion.V1_12) ? ['v2_0', 'v2_0'] : [];
  const manifests = fc.record({
    metadata: fc.constant({ name: 'a' }),
    spec: fc.record({
      flinkVersion: fc.constantFrom('v1_19', 'v1_20', ...newer),
      serviceAccount: fc.constant('flink'),
      mode: fc.constantFrom(undefined, 'native', 'standalone'),
      imagePullPolicy: fc.constantFrom(undefined, undefined, 'Always', 'Never', 'IfNotPresent', 'always', ' ', ''),
      flinkConfiguration: options,
      job: fc.oneof(job, fc.constant(undefined)),
      jobManager: role(release),
      taskManager: role(release),
    }),
  });
  return fc.sample(manifests, { numRuns: cases, seed })
    .map((manifest) => ({ op: 'deployTime', release: release.minorLine, manifest: JSON.parse(JSON.stringify(manifest)) }));
};

/** Over the real configuration, the steps that fail by our account: without a configuration no other is taken, without memory none after it. */
export function failedSteps(reply: Reply, { manifest, release }: Question): Answer {
  const version = Object.values(OperatorVersion).find((known) => known.minorLine === release);
  const configuration = reply.value?.configuration ?? {};
  const steps = deployTimeFailures(manifest, new Map(Object.entries<string>(configuration)), version).map(({ code }) => STEPS[code]);
  const taken = steps.includes('configuration') ? ['configuration'] : steps.includes('memory') ? steps.filter((step) => ['jar', 'memory'].includes(step)) : steps;
  return { value: { failed: ['configuration', 'jar', 'memory', 'factors', 'file'].filter((step) => taken.includes(step)), configuration } };
}
