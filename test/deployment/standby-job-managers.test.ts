import { Size } from 'cdk8s';
import { deploymentOf, freshChart, SOUND } from './sample-deployment';
import { refusalOf } from '../refusals';
import { Autoscaler, Budget, Cpu, KubernetesHighAvailability, PodContribution, TunedFlinkSession } from 'cdk8s-flink';

const standing = (standbyJobManagers: number) => ({ highAvailability: new KubernetesHighAvailability({ standbyJobManagers }) });
const plain = deploymentOf().plan;

function sessionOf(standbyJobManagers: number, changes: { budget?: Budget; pods?: PodContribution } = {}): TunedFlinkSession {
  const { image, flinkVersion, checkpointing, workload } = SOUND;
  return new TunedFlinkSession(freshChart(), 'session', { image, flinkVersion, checkpointing, hosts: [{ workload }], ...standing(standbyJobManagers), ...changes });
}

test('JobManagers that stand by are in the totals', () => {
  const { plan } = deploymentOf(standing(2));
  expect([plain.jobManagers, plan.jobManagers]).toEqual([1, 3]);
  expect(plan.totalCpu.amountInMillis).toBe(plain.totalCpu.amountInMillis + 2 * plain.jobManagerPod.cpu.amountInMillis);
  expect(plan.totalMemory.mebibytes).toBe(plain.totalMemory.mebibytes + 2 * plain.jobManagerPod.memory.mebibytes);
  expect(plan.taskManagers).toBe(plain.taskManagers);
});

test('a budget that holds one of them does not hold two', () => {
  const budget = { memory: Size.mebibytes(plain.totalMemory.mebibytes) };
  expect(deploymentOf({ budget, ...standing(0) }).plan.totalMemory).toEqual(plain.totalMemory);
  expect(refusalOf(() => deploymentOf({ budget, ...standing(1) })).code).toBe('over-budget');
  expect(refusalOf(() => deploymentOf({ budget, scaling: new Autoscaler(), ...standing(1) })).code).toBe('over-budget');
});

test('the same of a session, and of what stands beside Flink in its pods', () => {
  const { plan } = sessionOf(0);
  const two = sessionOf(1).plan;
  expect(two.totalMemory.mebibytes).toBe(plan.totalMemory.mebibytes + plan.jobManagerMemory.mebibytes);
  const sidecars = [{ name: 'shipper', image: 'shipper:1', cpu: Cpu.millis(100), memory: Size.mebibytes(128) }];
  const accompanied = sessionOf(1, { pods: { sidecars } });
  expect(accompanied.plan.totalMemory.mebibytes).toBe(two.totalMemory.mebibytes + 128 * (2 + two.taskManagers));
  expect(accompanied.plan.totalCpu.amountInMillis).toBe(two.totalCpu.amountInMillis + 100 * (2 + two.taskManagers));
  expect(accompanied.explain()).toContain('\n  2 JobManagers, each  ');
  const budget = { memory: Size.mebibytes(two.totalMemory.mebibytes) };
  expect(sessionOf(1, { budget }).plan.totalMemory).toEqual(two.totalMemory);
  expect(refusalOf(() => sessionOf(2, { budget })).code).toBe('over-budget');
  expect(refusalOf(() => sessionOf(1, { budget, pods: { sidecars } })).code).toBe('over-budget');
});
