import { Chart, Size } from 'cdk8s';
import { PersistentVolumeClaim } from 'cdk8s-plus-28';
import { FLINK_LINES, OPERATORS, settingsProblems } from './option-proof';
import { deploymentOf, emitted, freshChart, throughput } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { CONTEXT } from '../strategy-context';
import {
  Checkpointing, ClusterMode, FlinkJob, FlinkVersion, HighAvailability, HighAvailabilityConfig, KubernetesHighAvailability, OperatorVersion,
  PersistentVolumeCheckpointing, PodSecurity, TunedFlinkDeploymentProps, UpgradeMode, Workload,
} from 'cdk8s-flink';

let chart: Chart;
beforeEach(() => { chart = freshChart(); });
const specOf = (changes: Partial<TunedFlinkDeploymentProps> = {}) => {
  deploymentOf({ highAvailability: new KubernetesHighAvailability(), ...changes }, chart);
  return emitted(chart, 'FlinkDeployment')[0].spec;
};
const stateless = { workload: Workload.statelessTransformation({ throughput }), checkpointing: Checkpointing.disabled({ reason: 'it only forwards' }), stateBackend: undefined };

describe('the configuration', () => {
  test('is kubernetes, and lies beside the checkpoints', () => {
    const { flinkConfiguration, job, jobManager } = specOf();
    expect(flinkConfiguration).toMatchObject({
      'high-availability.type': 'kubernetes',
      'high-availability.storageDir': 's3://flink-state/some-job/ha',
      'execution.checkpointing.dir': 's3://flink-state/some-job/checkpoints',
    });
    expect(job.upgradeMode).toBe('last-state');
    expect(jobManager).not.toHaveProperty('replicas');
  });

  test('a directory of its own takes the place of the one beside the checkpoints', () => {
    const { flinkConfiguration } = specOf({ highAvailability: new KubernetesHighAvailability({ storageDirectory: 's3://other/ha' }) });
    expect(flinkConfiguration['high-availability.storageDir']).toBe('s3://other/ha');
  });

  test('standby JobManagers come beside the leader', () => {
    expect(specOf({ highAvailability: new KubernetesHighAvailability({ standbyJobManagers: 2 }) }).jobManager.replicas).toBe(3);
  });

  test.each(FLINK_LINES)('%s knows its keys and reads their values, with every operator', (flinkVersion) => {
    const { settings } = new KubernetesHighAvailability().bind({ ...CONTEXT, flinkVersion, storageDirectory: 's3://flink-state/ha' });
    expect(settingsProblems(flinkVersion, settings!)).toEqual([]);
    expect(settings).toHaveLength(2);
  });

  // No key that is also the beginning of another: `high-availability` beside `high-availability.storageDir` stops Flink 2.
  test.each(FLINK_LINES)('%s is admitted by each operator that knows it, in native mode', (flinkVersion) => {
    const knowing = OPERATORS.filter((operator) => operator.newestFlink.isAtLeast(flinkVersion));
    knowing.forEach((operatorVersion, index) => {
      const { flinkConfiguration } = deploymentOf({ flinkVersion, operatorVersion, highAvailability: new KubernetesHighAvailability({ standbyJobManagers: 1 }) }, chart, `job-${index}`)
        .toJson().spec;
      expect(flinkConfiguration).not.toHaveProperty(['high-availability']);
    });
    expect(knowing.length).toBeGreaterThan(0);
  });

  test('a raw setting in an older spelling takes its place, and stays the only one', () => {
    const { flinkConfiguration } = specOf({ flinkConfiguration: { 'recovery.zookeeper.storageDir': 's3://raw/ha' } });
    expect(Object.entries(flinkConfiguration).filter(([key]) => /storageDir$/.test(key))).toEqual([['high-availability.storageDir', 's3://raw/ha']]);
  });
});

describe('the account that is made', () => {
  test('may keep the ConfigMaps of high availability', () => {
    specOf();
    const [{ rules }] = emitted(chart, 'Role');
    const configMaps = rules.filter(({ resources }: { resources: string[] }) => resources.includes('configmaps'));
    expect(configMaps).toEqual([{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'] }]);
  });
});

describe('without checkpoints', () => {
  test('a stateless job needs a directory, and is upgraded stateless', () => {
    const { flinkConfiguration, job } = specOf({ ...stateless, highAvailability: new KubernetesHighAvailability({ storageDirectory: 's3://flink-state/ha' }) });
    expect(flinkConfiguration['high-availability.storageDir']).toBe('s3://flink-state/ha');
    expect(job.upgradeMode).toBe('stateless');
  });

  test('none at all is refused', () => {
    expect(refusalOf(() => specOf(stateless)).message).toBe(says(
      'KubernetesHighAvailability has no directory for what a new JobManager finds the job by [high-availability-storage]',
      'no storageDirectory, and none beside checkpoints', 'a URI in a storage that outlives every pod, for example "s3://flink-state/some-job/ha"',
      'leave storageDirectory out where checkpoints are stored, or give one', 'chart/some-job',
    ));
  });
});

describe('a directory in the pod', () => {
  const IN_POD = 'lies in the JobManager\'s pod, and goes with it';
  const ON_NODE = 'lies on the node of the JobManager, and the next one may run elsewhere';
  const refusedLocal = (directory: string, where = IN_POD) => says(
    `the directory of high availability ${where} [high-availability-storage]`,
    `"${directory}", in spec.flinkConfiguration["high-availability.storageDir"]`,
    'a directory in an object store, or on a persistent volume that the JobManager mounts',
    'use KubernetesHighAvailability beside S3Checkpointing or PersistentVolumeCheckpointing, which bring one', 'chart/some-job',
  );

  test.each(['file:///flink-data/ha', 'file:/tmp/ha'])('%s without a volume is refused', (storageDirectory) => {
    const highAvailability = new KubernetesHighAvailability({ storageDirectory });
    expect(refusalOf(() => specOf({ highAvailability })).message).toBe(refusedLocal(storageDirectory));
  });

  test.each<[object, string]>([
    [{ emptyDir: {} }, IN_POD], [{ hostPath: { path: '/data' } }, ON_NODE],
  ])('a volume that goes with the pod or its node is no storage: %j', (source, where) => {
    const highAvailability = new KubernetesHighAvailability({ storageDirectory: 'file:///data/ha' });
    // Restricted pods would not even have a volume of their node.
    const podSecurity = PodSecurity.ofImage({ reason: 'a test of volumes' });
    const changes = { highAvailability, podSecurity, pods: { volumes: [{ name: 'data', mountPath: '/data', source }] } };
    expect(refusalOf(() => specOf(changes)).message).toBe(refusedLocal('file:///data/ha', where));
  });

  test('a claim is storage, the one of the checkpoints and one beside them', () => {
    const claim = PersistentVolumeClaim.fromClaimName(chart, 'Claim', 'flink-pvc');
    expect(specOf({ checkpointing: PersistentVolumeCheckpointing.onClaim(claim) }).flinkConfiguration['high-availability.storageDir']).toBe('file:///flink-data/ha');
    const pods = { volumes: [{ name: 'ha', mountPath: '/ha', source: { persistentVolumeClaim: { claimName: 'ha' } } }] };
    expect(() => deploymentOf({ highAvailability: new KubernetesHighAvailability({ storageDirectory: 'file:///ha/jobs' }), pods }, chart, 'other')).not.toThrow();
  });

  test('a mount inside the claim hides it', () => {
    const pods = { volumes: [{ name: 'hiding', mountPath: '/flink-data/ha', source: { emptyDir: {} } }] };
    const checkpointing = PersistentVolumeCheckpointing.onNewClaim({ storage: Size.gibibytes(10) });
    expect(refusalOf(() => specOf({ checkpointing, pods })).code).toBe('high-availability-storage');
  });

  test('high availability that is set raw needs a directory too', () => {
    const raw = { highAvailability: undefined, flinkConfiguration: { 'high-availability.type': 'Kubernetes' } };
    expect(refusalOf(() => specOf(raw)).message).toBe(says(
      'high availability has no directory for what a new JobManager finds the job by [high-availability-storage]',
      'none, in spec.flinkConfiguration["high-availability.storageDir"]',
      'a directory in an object store, or on a persistent volume that the JobManager mounts',
      'use KubernetesHighAvailability beside S3Checkpointing or PersistentVolumeCheckpointing, which bring one', 'chart/some-job',
    ));
  });

  test('a strategy of somebody else\'s is looked at as well', () => {
    class Local extends HighAvailability {
      public bind(): HighAvailabilityConfig {
        return { settings: [{ key: 'high-availability.type', value: 'kubernetes', reason: '' }, { key: 'high-availability.storageDir', value: '/tmp/ha', reason: '' }] };
      }
    }
    expect(refusalOf(() => specOf({ highAvailability: new Local() })).message).toBe(refusedLocal('/tmp/ha'));
  });
});

describe('a standalone cluster', () => {
  const standalone = { mode: ClusterMode.STANDALONE };
  const refused = (flink: string, operator: string) => says(
    'this operator cannot give high availability to a standalone cluster with Flink 2 [standalone-high-availability]',
    `${flink} in mode standalone on ${operator}, in spec.flinkConfiguration["high-availability.type"]`,
    'mode native, Flink 1, or operator 1.16 and newer', 'use ClusterMode.NATIVE, or upgrade the operator and say so in operatorVersion', 'chart/some-job',
  );

  test('with Flink 2 is refused up to operator 1.15, FLINK-38795', () => {
    const operatorVersion = OperatorVersion.V1_15;
    expect(refusalOf(() => specOf({ ...standalone, operatorVersion, flinkVersion: FlinkVersion.V2_2 })).message).toBe(refused('v2_2', 'operator 1.15'));
  });

  test.each([
    { ...standalone, operatorVersion: OperatorVersion.V1_15, flinkVersion: FlinkVersion.V1_20 },
    { ...standalone, operatorVersion: OperatorVersion.V1_16, flinkVersion: FlinkVersion.V2_2 },
    { operatorVersion: OperatorVersion.V1_15, flinkVersion: FlinkVersion.V2_2 },
    { ...standalone, operatorVersion: OperatorVersion.V1_15, flinkVersion: FlinkVersion.V2_2, highAvailability: undefined },
  ])('any other is not: $mode $flinkVersion $operatorVersion', (changes) => expect(() => specOf(changes)).not.toThrow());
});

test.each([-1, 1.5, NaN, Infinity])('standbyJobManagers %p is refused', (standbyJobManagers) => {
  expect(refusalOf(() => specOf({ highAvailability: new KubernetesHighAvailability({ standbyJobManagers }) })).message).toBe(says(
    'standbyJobManagers must be a whole number from 0 [standby-job-managers]', String(standbyJobManagers), '0, 1, 2, …',
    'one is enough to take over; leave it out for none', 'chart/some-job',
  ));
});

test.each(['flink-state/ha', 'ha', '', ' s3://b/ha', 's3://b/ha/', 's3:'])('storageDirectory %j is no URI of a directory', (storageDirectory) => {
  expect(refusalOf(() => new KubernetesHighAvailability({ storageDirectory }).bind(CONTEXT)).code).toBe('high-availability-storage');
});

test('a secret in storageDirectory is never shown', () => {
  const { message } = refusalOf(() => new KubernetesHighAvailability({ storageDirectory: 's3://key:hunter2@b/' }).bind(CONTEXT));
  expect(message).not.toContain('hunter2');
  expect(refusalOf(() => specOf({ highAvailability: new KubernetesHighAvailability({ storageDirectory: 's3://key:hunter2@b/ha' }) })).message).not.toContain('hunter2');
});

describe('facts of the operator', () => {
  test('more than one JobManager without high availability is refused', () => {
    class Standby extends HighAvailability {
      public bind(): HighAvailabilityConfig {
        return { jobManagers: 2 };
      }
    }
    expect(refusalOf(() => specOf({ highAvailability: new Standby() })).code).toBe('standby-without-ha');
  });

  test('an explicit upgrade mode stands, last-state without high availability too', () => {
    const job = (upgradeMode: UpgradeMode) => FlinkJob.jar({ uri: 'local:///opt/flink/job/some-job.jar', upgradeMode });
    expect(specOf({ job: job(UpgradeMode.SAVEPOINT) }).job.upgradeMode).toBe('savepoint');
    expect(deploymentOf({ job: job(UpgradeMode.LAST_STATE) }, chart, 'without').toJson().spec.job.upgradeMode).toBe('last-state');
  });
});
