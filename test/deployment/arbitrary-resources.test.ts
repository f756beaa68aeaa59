import { CONSTRUCTS, constructions } from './arbitrary-resources';
import { refuseUnclear } from '../clear-refusals';
import { OperatorVersion } from 'cdk8s-flink';

const SETS = 300;
/** Every strategy, and what pods are asked for. */
const STRATEGIES = [
  'RocksDbStateBackend', 'HashMapStateBackend', 'ForStStateBackend', 'S3Checkpointing', 'GcsCheckpointing', 'AzureBlobCheckpointing', 'OssCheckpointing',
  'PersistentVolumeCheckpointing', 'KubernetesHighAvailability', 'RestartStrategy', 'OperatorRecovery', 'PrometheusReporter', 'OpenTelemetryReporter',
  'StatsDReporter', 'InfluxDbReporter', 'JmxReporter', 'Slf4jReporter', 'LogConfiguration', 'JvmOptions', 'FlinkTls', 'FlinkIngress', 'PodSecurity', 'FlinkDefaults',
  'restService', 'flinkConfiguration', 'operatorConfiguration', 'initContainers', 'sidecars', 'tolerations', 'nodeAffinity', 'topologySpread', 'raw',
  'Autoscaler', 'ReactiveScaling', 'upgradePolicy', 'calibration',
];

const drawn = new Map(CONSTRUCTS.map((name) => [name, constructions(name, SETS, 5, OperatorVersion.V1_16)]));

test.each(CONSTRUCTS)('of the sets of properties of %s a third and more is accepted, and the others are told why not', (name) => {
  const refusals = drawn.get(name)!.filter(({ refusal }) => refusal !== undefined);
  refusals.forEach(({ refusal, isOfConstruct }) => refuseUnclear(refusal!, isOfConstruct));
  expect(refusals.length).toBeGreaterThan(SETS / 10);
  expect(refusals.length).toBeLessThan(SETS * 2 / 3);
});

test('every strategy is among what is accepted', () => {
  const parts = new Set([...drawn.values()].flat().filter(({ refusal }) => refusal === undefined).flatMap(({ parts: of }) => of));
  expect(STRATEGIES.filter((part) => !parts.has(part))).toEqual([]);
});
