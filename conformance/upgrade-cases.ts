import * as fc from 'fast-check';
import { Question } from './answers';
import { podTemplate, some } from './pod-template-cases';
import { isObject } from '../src/operator/manifest/read-field';
import { readManifest } from '../src/operator/manifest/read-manifest';
import { OperatorVersion } from '../src/operator/operator-version';

type Fields = Record<string, any>;

const nonce = fc.constantFrom(1, 2);
const options = fc.dictionary(fc.constantFrom(
  'job.autoscaler.enabled', 'job.autoscaler', 'job.autoscaling', 'parallelism.default', 'parallelism.defaults', 'kubernetes.operator.periodic.savepoint.interval',
  'kubernetes.operators', 'pipeline.jobvertex-parallelism-overrides', 'pipeline.max-parallelism', 'taskmanager.numberOfTaskSlots', 'state.backend.type',
), fc.constantFrom('1', '2', 'true', '1g', '1024m'), { maxKeys: 4 });
/** What only releases from 1.13 let through. */
const nested = fc.constantFrom<Fields>(
  { job: { autoscaler: { enabled: true } } }, { 'taskmanager': { numberOfTaskSlots: 2 }, 'state.backend': 'rocksdb' }, { 'a': ['x', 'y'], 'b.c': [] }, { 'parallelism.default': 2 },
);
const job = some({
  jarURI: [80, fc.constantFrom('local:///a.jar', 'local:///b.jar')],
  entryClass: [20, fc.constantFrom('A', 'B')],
  args: [40, fc.constantFrom([], ['--a'], ['--a', 'b'])],
  parallelism: [70, fc.constantFrom(0, 1, 2)],
  state: [40, fc.constantFrom('running', 'suspended')],
  upgradeMode: [50, fc.constantFrom('stateless', 'savepoint', 'last-state')],
  allowNonRestoredState: [30, fc.boolean()],
  initialSavepointPath: [30, fc.constantFrom('s3://a/1', 's3://a/2')],
  savepointTriggerNonce: [30, nonce],
  checkpointTriggerNonce: [30, nonce],
  savepointRedeployNonce: [30, nonce],
  autoscalerResetNonce: [30, nonce],
});
const amounts = fc.constantFrom<Fields>({}, { cpu: 1 }, { cpu: '1' }, { cpu: '1000m' }, { memory: '2Gi' }, { memory: '2048Mi' }, { cpu: '1', memory: '2Gi' });
const role = some({
  replicas: [40, fc.constantFrom(0, 1, 2)],
  resource: [60, fc.constantFrom({}, { cpu: 1, memory: '1g' }, { cpu: 1, memory: '1024m' }, { cpu: 0.5 }, { memory: '1g', ephemeralStorage: '1g' })],
  resources: [40, fc.constantFrom<Fields>({}, { requests: {} }, { requests: { cpu: 1 }, claims: [] }, { claims: [{ name: 'gpu' }] }).chain((given) =>
    amounts.map((limits) => ({ ...given, limits })))],
  podTemplate: [20, podTemplate],
});
const ingress = some({
  template: [80, fc.constantFrom('a.com', 'b.com')],
  className: [20, fc.constant('nginx')],
  labels: [30, fc.constantFrom({}, { a: 'b' })],
  annotations: [30, fc.constantFrom({}, { a: 'b' }, { a: 'c' })],
  tls: [40, fc.constantFrom([], [{}], [{ hosts: [] }], [{ hosts: ['a.com'], secretName: 'tls' }])],
});
const clusterFields = (release: OperatorVersion): Fields => ({
  image: fc.constantFrom('flink:1', 'flink:2'),
  imagePullPolicy: fc.constantFrom('Always', 'IfNotPresent'),
  serviceAccount: fc.constantFrom('flink', 'other'),
  flinkVersion: fc.constantFrom('v1_19', 'v1_20'),
  ingress,
  podTemplate,
  jobManager: role,
  taskManager: role,
  logConfiguration: fc.constantFrom({}, { 'log4j-console.properties': 'a' }),
  mode: fc.constantFrom('native', 'standalone', 'standalone'),
  ...jobFields(release),
});
const jobFields = (release: OperatorVersion): Fields => ({
  job,
  restartNonce: nonce,
  flinkConfiguration: release._isAtLeast(OperatorVersion.V1_13) ? fc.oneof(options, options, nested) : options,
});

/** A spec, and the same with one or two of its fields drawn again or left out, whole or but one field within. */
function changed(fields: Fields): fc.Arbitrary<{ readonly before: Fields; readonly after: Fields }> {
  const drawn = some(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [70, value]])));
  const names = fc.subarray(Object.keys(fields), { minLength: 1, maxLength: 2 });
  return fc.tuple(drawn, drawn, names, fc.nat(), fc.boolean()).map(([before, again, changing, which, within]) => {
    const after: Fields = { ...before };
    for (const name of changing) {
      const [old, now] = [before[name], again[name]];
      const keys = isObject(old) && isObject(now) ? Object.keys(now) : [];
      const key = keys[which % keys.length];
      after[name] = within && key !== undefined ? { ...old, [key]: now[key] } : now;
    }
    return { before, after };
  });
}

/** Pairs of resources of each kind that can be upgraded, as the API server hands them to the operator. */
export function specPairs(cases: number, seed: number, release: OperatorVersion): Question[] {
  const clusters = changed(clusterFields(release));
  const deployments = clusters.map((pair) => question('FlinkDeployment', pair, release));
  const sessionJobs = fc.tuple(changed({ ...jobFields(release), deploymentName: fc.constantFrom('a', 'b') }), fc.constantFrom('NATIVE', 'STANDALONE'))
    .map(([pair, mode]) => ({ ...question('FlinkSessionJob', pair, release), mode }));
  const colours = clusters.map(({ before, after }) => question('FlinkBlueGreenDeployment', { before: inTemplate(before), after: inTemplate(after) }, release));
  const kinds = release._isAtLeast(OperatorVersion.V1_14) ? [deployments, sessionJobs, colours] : [deployments, sessionJobs];
  return fc.sample(fc.oneof(...kinds as fc.Arbitrary<Question>[]), { numRuns: cases, seed });
}

function question(kind: string, { before, after }: { before: Fields; after: Fields }, release: OperatorVersion): Question {
  const read = (spec: Fields) => {
    const manifest = { apiVersion: 'flink.apache.org/v1beta1', kind, metadata: { name: 'a', namespace: 'b' }, spec: JSON.parse(JSON.stringify(spec)) };
    return { ...manifest, spec: readManifest(manifest, release).manifest.spec };
  };
  return { op: 'specChanges', release: release.minorLine, kind, before: read(before), after: read(after) };
}

function inTemplate(spec: Fields): Fields {
  return { template: { metadata: {}, spec } };
}
