import { TunedFlinkDeploymentProps } from './tuned-flink-deployment-props';
import { Checkpointing } from '../checkpointing/checkpointing';
import { FlinkVersion } from '../flink/flink-version';
import { FlinkJob } from '../job/flink-job';
import { MetricReporter } from '../metrics/metric-reporter';
import { OperatorVersion } from '../operator/operator-version';
import { Refusal } from '../refusal';
import { LocalDisk } from '../state/local-disk';
import { StateBackend } from '../state/state-backend';
import { Cpu } from '../units/cpu';
import { Throughput } from '../workload/throughput';
import { Workload } from '../workload/workload';

/** Refuses properties that a compiler would refuse: the library is used from plain JavaScript too. */
export function refuseShape(props: TunedFlinkDeploymentProps): void {
  const { workload, job, jobManager, taskManager, metricReporters = [] } = props;
  expectText('image', props.image);
  expect('flinkVersion', props.flinkVersion, FlinkVersion, 'FlinkVersion.V1_20');
  expect('job', job, FlinkJob, 'FlinkJob.jar({ uri })');
  expect('workload', workload, Workload, 'Workload.deduplication({ throughput })');
  expect('workload.throughput', workload.facts.throughput, Throughput, 'Throughput.of({ recordsPerSecond })');
  expect('checkpointing', props.checkpointing, Checkpointing, 'new S3Checkpointing({ bucket })');
  expectOptional('stateBackend', props.stateBackend, StateBackend, 'new RocksDbStateBackend()');
  expectOptional('stateBackend.disk', props.stateBackend?.decisions.disk, LocalDisk, 'LocalDisk.ephemeralClaim()');
  expectOptional('operatorVersion', props.operatorVersion, OperatorVersion, 'OperatorVersion.V1_16');
  expectTexts('operatorConfiguration', props.operatorConfiguration);
  expectOptional('jobManager.cpu', jobManager?.cpu, Cpu, 'Cpu.cores(1)');
  expectOptional('taskManager.cpu', taskManager?.cpu, Cpu, 'Cpu.cores(1)');
  if (!Array.isArray(metricReporters)) {
    throw wrongShape('metricReporters', metricReporters, 'a list of reporters', '[new PrometheusReporter()]');
  }
  metricReporters.forEach((reporter, index) => expect(`metricReporters[${index}]`, reporter, MetricReporter, 'new PrometheusReporter()'));
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

function wrongShape(property: string, value: unknown, allowed: string, example: string): Refusal {
  return new Refusal({
    code: 'property-shape',
    what: `${property} is missing or is not what it must be`,
    got: value === null || value === undefined ? 'nothing' : typeof value,
    allowed,
    fix: `for example ${example}`,
  });
}
