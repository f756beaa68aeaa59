import { JsonPatch, Size } from 'cdk8s';
import { deploymentOf } from './sample-deployment';
import { refusalOf } from '../refusals';
import { Cpu, MetricReporter, Sidecar, StrategyConfig } from 'cdk8s-flink';

const sidecar: Sidecar = { name: 'shipper', image: 'shipper:1', cpu: Cpu.millis(100), memory: Size.mebibytes(128) };

/** A strategy whose pods need a container beside Flink. */
class ForwardingReporter extends MetricReporter {
  public bind(): StrategyConfig {
    return { taskManagerPods: { sidecars: [sidecar] } };
  }
}

const plain = deploymentOf().plan;

test('sidecars of both roles are in the totals, and Flink\'s own sizes are as without', () => {
  const { plan } = deploymentOf({ pods: { sidecars: [sidecar] } });
  expect(plan.totalMemory.mebibytes).toBe(plain.totalMemory.mebibytes + 128 * (1 + plan.taskManagers));
  expect(plan.totalCpu.amountInMillis).toBe(plain.totalCpu.amountInMillis + 100 * (1 + plan.taskManagers));
  expect([plan.taskManagerMemory, plan.taskManagerPod.memory.mebibytes]).toEqual([plain.taskManagerMemory, plain.taskManagerMemory.mebibytes + 128]);
});

test('those of one role are in its pods alone', () => {
  const { plan } = deploymentOf({ jobManager: { pods: { sidecars: [sidecar] } } });
  expect([plan.jobManagerPod.memory.mebibytes, plan.taskManagerPod]).toEqual([plain.jobManagerMemory.mebibytes + 128, plain.taskManagerPod]);
});

test('those that a strategy brings count like those of the properties', () => {
  const { plan } = deploymentOf({ metricReporters: [new ForwardingReporter()] });
  expect(plan.totalMemory.mebibytes).toBe(plain.totalMemory.mebibytes + 128 * plan.taskManagers);
  const budget = { memory: Size.mebibytes(plain.totalMemory.mebibytes) };
  expect(deploymentOf({ budget }).plan.totalMemory).toEqual(plain.totalMemory);
  expect(refusalOf(() => deploymentOf({ budget, metricReporters: [new ForwardingReporter()] })).code).toBe('over-budget');
});

test('a TaskManager gets no more slots than its node has cores for beside the sidecars', () => {
  const nodeShape = { cpu: Cpu.cores(2), memory: Size.gibibytes(64) };
  expect(deploymentOf({ nodeShape }).plan.taskSlots).toBe(2);
  const { plan, findings } = deploymentOf({ nodeShape, pods: { sidecars: [sidecar] } });
  expect([plan.taskSlots, findings.map(({ code }) => code).includes('node-too-small')]).toEqual([1, false]);
});

test('the explanation counts them, patched ones too', () => {
  const heading = (deployment: { explain(): string }) => deployment.explain().split('\n').slice(0, 6).join('\n');
  expect(heading(deploymentOf())).not.toContain('beside Flink');
  const deployment = deploymentOf({ pods: { sidecars: [sidecar] } });
  const { plan } = deployment;
  const memory = plan.totalMemory.mebibytes.toLocaleString('en-US');
  expect(heading(deployment)).toContain(`asks for ${plan.totalCpu.amountInCores} cores and ${memory} MiB in all`);
  expect(heading(deployment).match(/beside Flink 0\.1 cores and 128 MiB/g)).toHaveLength(2);
  deployment.addJsonPatch(JsonPatch.replace('/spec/jobManager/podTemplate/spec/containers/1/resources/requests/memory', '256Mi'));
  expect(heading(deployment)).toContain('beside Flink 0.1 cores and 256 MiB');
});
