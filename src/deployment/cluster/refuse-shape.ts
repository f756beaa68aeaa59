import { Size } from 'cdk8s';
import { FlinkIngress } from '../../access/flink-ingress';
import { HighAvailability } from '../../availability/high-availability';
import { OperatorRecovery } from '../../availability/operator-recovery';
import { RestartStrategy } from '../../availability/restart-strategy';
import { Checkpointing } from '../../checkpointing/checkpointing';
import { FlinkVersion } from '../../flink/flink-version';
import { FlinkJob } from '../../job/flink-job';
import { JobProps, JobState } from '../../job/job-props';
import { MetricReporter } from '../../metrics/metric-reporter';
import { UpgradeMode } from '../../operator/flink-deployment-spec';
import { OperatorVersion } from '../../operator/operator-version';
import { PodSecurity } from '../../pods/pod-security';
import { JvmOptions } from '../../process/jvm-options';
import { LogConfiguration } from '../../process/log-configuration';
import { Scaling } from '../../scaling/scaling';
import { FlinkTls } from '../../security/flink-tls';
import { LocalDisk } from '../../state/local-disk';
import { StateBackend } from '../../state/state-backend';
import { Cpu } from '../../units/cpu';
import { Throughput } from '../../workload/throughput';
import { Workload } from '../../workload/workload';
import { CompleteDeploymentProps, CompleteProps } from '../defaults/complete-props';
import { wrongShape } from '../props/wrong-shape';

/** Refuses properties of an application that a compiler would refuse: the library is used from plain JavaScript too. */
export function refuseShape(props: CompleteDeploymentProps): void {
  refuseClusterShape(props);
  const { workload, job, scaling } = props;
  expect('job', job, FlinkJob, 'FlinkJob.jar({ uri })');
  refuseJobShape(job.props);
  refuseWorkloadShape('workload', workload);
  expectOptional('scaling', scaling, Scaling, 'new Autoscaler()');
}

/** The same of any cluster. */
export function refuseClusterShape(props: CompleteProps): void {
  const { jobManager, taskManager, metricReporters = [] } = props;
  expectText('image', props.image);
  expect('flinkVersion', props.flinkVersion, FlinkVersion, 'FlinkVersion.V1_20');
  expect('checkpointing', props.checkpointing, Checkpointing, 'new S3Checkpointing({ bucket })');
  expectOptional('stateBackend', props.stateBackend, StateBackend, 'new RocksDbStateBackend()');
  expectOptional('highAvailability', props.highAvailability, HighAvailability, 'new KubernetesHighAvailability()');
  expectOptional('logging', props.logging, LogConfiguration, 'LogConfiguration.levels({ root: LogLevel.INFO })');
  expectOptional('jvm', props.jvm, JvmOptions, 'JvmOptions.of({ both: ["-XX:+UseG1GC"] })');
  expectOptional('restartStrategy', props.restartStrategy, RestartStrategy, 'RestartStrategy.exponentialDelay()');
  expectOptional('operatorRecovery', props.operatorRecovery, OperatorRecovery, 'OperatorRecovery.on()');
  expectOptional('stateBackend.disk', props.stateBackend?.decisions.disk, LocalDisk, 'LocalDisk.ephemeralClaim()');
  expectOptional('podSecurity', props.podSecurity, PodSecurity, 'PodSecurity.restricted()');
  expectOptional('tls', props.tls, FlinkTls, 'new FlinkTls({ internal })');
  expectOptional('ingress', props.ingress, FlinkIngress, 'FlinkIngress.host({ host })');
  expectOptional('operatorVersion', props.operatorVersion, OperatorVersion, 'OperatorVersion.V1_16');
  expectTexts('operatorConfiguration', props.operatorConfiguration);
  expectOptional('jobManager.cpu', jobManager?.cpu, Cpu, 'Cpu.cores(1)');
  expectOptional('taskManager.cpu', taskManager?.cpu, Cpu, 'Cpu.cores(1)');
  expectSize('jobManager.memory', jobManager?.memory);
  expectSize('taskManager.memory', taskManager?.memory);
  if (!Array.isArray(metricReporters)) {
    throw wrongShape('metricReporters', metricReporters, 'a list of reporters', '[new PrometheusReporter()]');
  }
  metricReporters.forEach((reporter, index) => expect(`metricReporters[${index}]`, reporter, MetricReporter, 'new PrometheusReporter()'));
}

/** The same of what one job has to do. */
export function refuseWorkloadShape(property: string, workload: Workload): void {
  expect(property, workload, Workload, 'Workload.deduplication({ throughput })');
  expect(`${property}.throughput`, workload.facts.throughput, Throughput, 'Throughput.of({ recordsPerSecond })');
}

/** The same of how a job starts. */
export function refuseJobShape({ args = [], state, upgradeMode }: JobProps): void {
  if (!Array.isArray(args) || args.some((argument) => typeof argument !== 'string')) {
    throw wrongShape('job.args', args, 'a list of texts', '["--topic", "orders"]');
  }
  expectOneOf('job.state', state, Object.values(JobState));
  expectOneOf('job.upgradeMode', upgradeMode, Object.values(UpgradeMode));
}

function expectOneOf(property: string, value: string | undefined, allowed: string[]): void {
  if (value !== undefined && !allowed.includes(value)) {
    throw wrongShape(property, value, allowed.join(', '), `"${allowed[0]}"`);
  }
}

function expectText(property: string, value: unknown): void {
  if (typeof value !== 'string' || value.trim() === '') {
    throw wrongShape(property, value, 'text that is not empty', 'a text in quotes');
  }
}

function expectTexts(property: string, values: unknown = {}): void {
  if (typeof values !== 'object' || values === null || Array.isArray(values) || Object.values(values).some((value) => typeof value !== 'string')) {
    throw wrongShape(property, values, 'keys with values in text', '{ "web.cancel.enable": "true" }');
  }
}

/** A class; some of ours have private constructors, so its call signature is not asked for. */
type Type = Function & { readonly prototype: object };

function expect(property: string, value: unknown, type: Type, example: string): void {
  if (!(value instanceof (type as any))) {
    throw wrongShape(property, value, type.name, example);
  }
}

function expectOptional(property: string, value: unknown, type: Type, example: string): void {
  if (value !== undefined) {
    expect(property, value, type, example);
  }
}

/** A Size of any copy of cdk8s does. */
function expectSize(property: string, value: Size | undefined): void {
  if (value !== undefined && typeof value?.toMebibytes !== 'function') {
    throw wrongShape(property, value, 'Size', 'Size.gibibytes(4)');
  }
}
