import { JsonPatch, Size, Testing } from 'cdk8s';
import { deploymentOf, emitted, freshChart, throughput } from './sample-deployment';
import { refusalOf } from '../refusals';
import {
  Autoscaler, Checkpointing, ClusterMode, Cpu, FlinkJob, FlinkVersion, OperatorVersion, Rescaling, Scaling, ScalingConfig, UpgradeMode, Workload,
} from 'cdk8s-flink';

const codeOf = (changes: Parameters<typeof deploymentOf>[0]) => refusalOf(() => deploymentOf(changes)).code;

describe('standalone', () => {
  const standalone = (changes = {}) => deploymentOf({ mode: ClusterMode.STANDALONE, ...changes });

  test('the mode is written, CPU and memory of both roles are given, and the parallelism decides the TaskManagers', () => {
    const { spec } = standalone({ parallelism: 5, taskManager: { taskSlots: 2 } }).toJson();
    expect(spec).toMatchObject({
      mode: 'standalone',
      job: { parallelism: 5 },
      jobManager: { resource: { cpu: 1, memory: expect.any(String) } },
      taskManager: { resource: { cpu: expect.any(Number), memory: expect.any(String) } },
    });
    expect(spec.taskManager.replicas).toBeUndefined();
  });

  test('the explanation says so, and counts whole TaskManagers', () => {
    const told = standalone({ parallelism: 5, taskManager: { taskSlots: 2 } }).explain();
    expect(told).toMatch(/^some-job: deduplication on Flink 1.20, standalone\n/);
    expect(told).toContain('3 TaskManagers, each');
    expect(deploymentOf().explain()).toMatch(/^some-job: deduplication on Flink 1.20\n/);
  });

  test('a disk of its own goes with each pod of the Deployment', () => {
    const [volume] = standalone().toJson().spec.taskManager.podTemplate.spec.volumes;
    expect(volume.ephemeral.volumeClaimTemplate.spec.accessModes).toEqual(['ReadWriteOnce']);
  });

  test('a jar in an object store is refused', () => expect(codeOf({
    mode: ClusterMode.STANDALONE, job: FlinkJob.jar({ uri: 's3://jars/job.jar' }),
  })).toBe('jar-not-in-pods'));

  test('no HorizontalPodAutoscaler comes by itself', () => {
    const chart = freshChart();
    deploymentOf({ mode: ClusterMode.STANDALONE }, chart);
    expect(emitted(chart, 'HorizontalPodAutoscaler')).toEqual([]);
  });
});

describe('autoscaled', () => {
  const scaling = new Autoscaler();

  test('its settings stand in the resource and in the explanation, by their author', () => {
    const deployment = deploymentOf({ scaling });
    const { job, taskManager, flinkConfiguration } = deployment.toJson().spec;
    expect(flinkConfiguration).toMatchObject({ 'job.autoscaler.enabled': 'true', 'jobmanager.scheduler': 'adaptive', 'pipeline.max-parallelism': '120' });
    expect([job.upgradeMode, taskManager.replicas]).toEqual(['savepoint', undefined]);
    expect(deployment.explain()).toMatch(/by Autoscaler\n.*\n( {4}.*\n)*/);
  });

  test('standalone mode, and a job that drops its state, are refused', () => {
    expect(codeOf({ scaling, mode: ClusterMode.STANDALONE })).toBe('autoscaler-standalone');
    expect(codeOf({ scaling, job: FlinkJob.jar({ uri: 'local:///job.jar', upgradeMode: UpgradeMode.STATELESS }) })).toBe('autoscaler-stateless');
    const stateless = {
      workload: Workload.statelessTransformation({ throughput }), stateBackend: undefined, checkpointing: Checkpointing.disabled({ reason: 'no state' }),
    };
    expect(codeOf({ scaling, ...stateless })).toBe('autoscaler-stateless');
    expect(deploymentOf({ scaling: new Autoscaler({ rescaling: Rescaling.adviceOnly() }), ...stateless }).findings).toEqual([]);
  });

  test('on Flink 2 it must rescale in place, also against raw settings', () => {
    expect(codeOf({ flinkVersion: FlinkVersion.V2_2, scaling: new Autoscaler({ rescaling: Rescaling.byUpgrade() }) })).toBe('autoscaler-without-effect');
    expect(codeOf({ flinkVersion: FlinkVersion.V2_2, scaling: new Autoscaler({ memoryTuning: {} }) })).toBe('autoscaler-without-effect');
    expect(codeOf({ flinkVersion: FlinkVersion.V2_2, scaling, flinkConfiguration: { 'jobmanager.scheduler': 'default' } })).toBe('autoscaler-without-effect');
    expect(deploymentOf({ flinkVersion: FlinkVersion.V2_2, scaling }).findings.map(({ code }) => code)).toEqual(['autoscaler-overrides-lost']);
  });

  test('a window shorter than the operator looks is refused by every release', () => {
    const operatorConfiguration = { 'kubernetes.operator.reconcile.interval': '20 min' };
    for (const operatorVersion of [OperatorVersion.V1_10, OperatorVersion.V1_16]) {
      expect(codeOf({ scaling, operatorVersion, operatorConfiguration })).toBe('metrics-window');
    }
  });

  test('it never asks for more than the budget has', () => {
    const deployment = deploymentOf({ scaling, budget: { cpu: Cpu.cores(20), memory: Size.gibibytes(64) } });
    const { jobManagerCpu, jobManagerMemory } = deployment.plan;
    expect(deployment.toJson().spec.flinkConfiguration).toMatchObject({
      'job.autoscaler.quota.cpu': String(20 - jobManagerCpu.amountInCores),
      'job.autoscaler.quota.memory': `${64 * 1024 - jobManagerMemory.mebibytes}m`,
    });
  });

  test('replicas have no expression in native mode, not even in a patch', () => {
    const chart = freshChart();
    deploymentOf({ scaling }, chart).addJsonPatch(JsonPatch.add('/spec/taskManager/replicas', 4));
    expect(() => Testing.synth(chart)).toThrow('[parallelism-of-replicas]');
  });
});

test('a strategy of one\'s own that asks for TaskManagers by number is refused in native mode', () => {
  class ThreeTaskManagers extends Scaling {
    public bind(): ScalingConfig {
      return { taskManagers: 3 };
    }
  }
  expect(codeOf({ scaling: new ThreeTaskManagers() })).toBe('parallelism-of-replicas');
  expect(deploymentOf({ scaling: new ThreeTaskManagers(), mode: ClusterMode.STANDALONE }).toJson().spec.taskManager.replicas).toBe(3);
});
