import { Size } from 'cdk8s';
import { ImagePullPolicy } from 'cdk8s-plus-28';
import fc from 'fast-check';
import { ClusterMode, Cpu, DiskKind, FindingLevel, FlinkVersion, OperatorVersion } from '../../src';
import { anyIngress, anyRestService } from '../access/arbitrary-access';
import { anyHighAvailability, anyRecovery, anyRestarts } from '../availability/arbitrary-availability';
import { anyCheckpointing } from '../checkpointing/arbitrary-checkpointing';
import { Drawn, mostly, named, one, some } from '../making';
import { anyReporters } from '../metrics/arbitrary-reporters';
import { anyPods, anyPodSecurity } from '../pods/arbitrary-pods';
import { anyJvm, anyLogging } from '../process/arbitrary-process';
import { anyTls } from '../security/arbitrary-tls';
import { anyStateBackend } from '../state/arbitrary-state-backend';

/** What a cluster is drawn for. */
export interface Line {
  readonly release: OperatorVersion;
  readonly flink: FlinkVersion;
  readonly mode: ClusterMode;
}

export const FLINK_LINES = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3];

/** A release with a Flink that it knows, and now and then one that it does not. */
export function anyLine(release: OperatorVersion, lines: readonly FlinkVersion[] = FLINK_LINES): fc.Arbitrary<Line> {
  const known = lines.filter((line) => release.newestFlink.isAtLeast(line));
  return fc.record({
    release: fc.constant(release),
    flink: mostly(one(...known), one(...lines), 30),
    mode: one(ClusterMode.NATIVE, ClusterMode.NATIVE, ClusterMode.STANDALONE),
  });
}

const memory = mostly(fc.integer({ min: 1_600, max: 16_384 }), fc.integer({ min: 100, max: 1_000 }), 25).map(Size.mebibytes);
const cpu = mostly(one(500, 1_000, 1_500, 4_000), one(100)).map(Cpu.millis);
const nodeShape = some({ localDisk: one(200, 900).map(Size.gibibytes), diskKind: one(...Object.values(DiskKind)) }, 2, {
  cpu: one(16, 64).map(Cpu.cores), memory: one(64, 256).map(Size.gibibytes),
});
const assumptions = mostly(one<Record<string, number>>({ targetUtilization: 0.6 }, { networkHeadroom: 3 }), one({ targetUtilisation: 0.6 }));
const options = mostly(one<Record<string, string>>(
  { 'web.cancel.enable': 'false' },
  { 'taskmanager.memory.network.fraction': '0.15', 'akka.ask.timeout': '30 s' },
  { 'taskmanager.memory.managed.fraction': '0.3' },
  { 'rest.port': '8082' },
  { 'kubernetes.operator.savepoint.format.type': 'NATIVE' },
), one<Record<string, string>>(
  { 'kubernetes.cluster-id': 'x' }, { 's3.secret-key': 'x' }, { 'taskmanager.numberOfTaskSlot': '2' }, { 'parallelism.default': '4' },
  { 'taskmanager.memory.managed.size': '90g' }, { 'high-availability.type': 'zookeeper' }, { 'jobmanager.scheduler': 'x' }, { 'web.cancel.enable': 'maybe' },
), 5);

const operatorConfiguration = mostly(one<Record<string, string>>(
  { 'kubernetes.operator.default-configuration.flink-version.v1_18+.web.cancel.enable': 'true' },
  { 'taskmanager.memory.network.fraction': '0.12' },
  { 'kubernetes.operator.savepoint.history.max.count': '5' },
), one<Record<string, string>>({ 'taskmanager.memory.managed.size': '90g' }, { 'taskmanager.numberOfTaskSlots': '0' }), 8);

/** Properties that any cluster has; about half a dozen of them are given. */
export function anyClusterProps({ release, flink, mode }: Line, more: Record<string, Drawn>, always: Record<string, Drawn>): Drawn {
  const image = mostly(one('registry.example.com/some-job:1.4.0', `flink:${flink.exact}`), one('', 'flink:1.18.1'), 80);
  return some({
    highAvailability: anyHighAvailability,
    restartStrategy: anyRestarts,
    operatorRecovery: anyRecovery,
    metricReporters: anyReporters(flink),
    logging: anyLogging,
    jvm: anyJvm,
    tls: anyTls,
    ingress: anyIngress,
    restService: anyRestService,
    stateBackend: anyStateBackend(flink),
    name: mostly(one('orders', 'a'.repeat(38)), one('Orders', 'a'.repeat(46), '0-orders')),
    jobManager: some({ memory, cpu, pods: anyPods }, 2),
    taskManager: some({ memory, cpu, taskSlots: mostly(one(1, 2, 4), one(0)), pods: anyPods }, 2),
    pods: anyPods,
    podSecurity: anyPodSecurity,
    imagePullPolicy: one(...Object.values(ImagePullPolicy)),
    nodeShape,
    budget: mostly(some({ cpu: one(2_000).map(Cpu.cores), memory: one(8_000).map(Size.gibibytes) }, 2), some({ cpu: one(1).map(Cpu.cores) }, 1)),
    assumptions,
    serviceAccount: named('flink'),
    flinkConfiguration: options,
    operatorConfiguration,
    restartNonce: fc.nat({ max: 99 }),
    findingLevels: one({ 'open-web-ui': FindingLevel.OFF }),
    ...more,
  }, 9, {
    image,
    flinkVersion: fc.constant(flink),
    operatorVersion: fc.constant(release),
    mode: fc.constant(mode),
    checkpointing: anyCheckpointing(flink),
    ...always,
  });
}

/** What a team has said once for all its clusters. */
export const anyDefaults = (flink: FlinkVersion): Drawn => some({
  imageRegistry: one('registry.example.com'),
  labels: one({ team: 'streams' }),
  annotations: one({ 'example.com/owner': 'streams' }),
  highAvailability: anyHighAvailability,
  metricReporters: anyReporters(flink),
  pods: anyPods,
  serviceAccount: named('of-team'),
  operatorConfiguration,
  flinkConfiguration: one({ 'web.cancel.enable': 'false' }),
}, 3);
