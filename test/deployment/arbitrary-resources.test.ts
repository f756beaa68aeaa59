import { CONSTRUCTS, constructions } from './arbitrary-resources';
import { refuseUnclear } from '../clear-refusals';
import { OperatorVersion } from 'cdk8s-flink';

const SETS = 400;
/** What must occur among the sets that are accepted, wherever a construct takes it: every strategy, and the classes of their choices. */
const EVERYWHERE = [
  'RocksDbStateBackend', 'HashMapStateBackend', 'ForStStateBackend', 'S3Checkpointing', 'GcsCheckpointing', 'AzureBlobCheckpointing', 'OssCheckpointing',
  'PersistentVolumeCheckpointing', 'KubernetesHighAvailability', 'RestartStrategy', 'OperatorRecovery', 'PrometheusReporter', 'OpenTelemetryReporter',
  'StatsDReporter', 'InfluxDbReporter', 'JmxReporter', 'Slf4jReporter', 'LogConfiguration', 'JvmOptions', 'FlinkTls', 'FlinkIngress', 'PodSecurity', 'FlinkDefaults',
  'restService', 'flinkConfiguration', 'operatorConfiguration', 'initContainers', 'sidecars', 'tolerations', 'nodeAffinity', 'topologySpread', 'raw',
];
const OF_A_JOB = ['Autoscaler', 'ReactiveScaling', 'upgradePolicy', 'calibration'];

test.each(CONSTRUCTS)('sets of properties of %s: a third and more is accepted with every strategy among it, and the others are told why not', (name) => {
  const all = constructions(name, SETS, 5, OperatorVersion.V1_16);
  const accepted = all.filter(({ refusal }) => refusal === undefined);
  all.forEach(({ refusal, isOfConstruct }) => refusal && refuseUnclear(refusal, isOfConstruct));
  expect(accepted.length).toBeGreaterThan(SETS / 3);
  expect(accepted.length).toBeLessThan(SETS);
  if (name === 'TunedFlinkDeployment' || name === 'FlinkBlueGreenDeployment' || name === 'TunedFlinkSession') {
    const parts = new Set(accepted.flatMap(({ parts: of }) => of));
    expect([...EVERYWHERE, ...name === 'TunedFlinkSession' ? [] : OF_A_JOB].filter((part) => !parts.has(part))).toEqual([]);
  }
});
