import * as fc from 'fast-check';
import { taskManagerMemory } from '../../../src/flink/memory/task-manager-memory';
import { refusalIn } from '../../../src/refusal';
import { deriveSessionPlan } from '../../../src/sizing/session/derive-session-plan';
import { SessionPlan } from '../../../src/sizing/session/session-plan';
import { SessionRequest } from '../../../src/sizing/session/session-request';
import { hostedJobSettings, sessionSettings } from '../../../src/sizing/session/session-settings';
import { MEBIBYTE } from '../../../src/units/bytes';
import { refusalOf, says } from '../../refusals';
import { Facts, planOf, possibleFacts, workloadOf } from '../arbitrary-workload';
import { FlinkVersion } from 'cdk8s-flink';

const requestFor = (facts: Facts[], taskSlots?: number): SessionRequest => ({
  hosts: facts.map((one) => ({ workload: workloadOf(one) })),
  shared: { flinkVersion: FlinkVersion.V1_20, checkpoints: true, taskSlots },
});
const sessionOf = (facts: Facts[], taskSlots?: number) => deriveSessionPlan(requestFor(facts, taskSlots));
const possible = (facts: Facts[], taskSlots?: number): SessionPlan | undefined => {
  let plan: SessionPlan | undefined;
  refusalIn(() => { plan = sessionOf(facts, taskSlots); });
  return plan;
};
const sessions = fc.array(possibleFacts, { minLength: 1, maxLength: 4 });
const check = (law: (facts: Facts[], plan: SessionPlan) => void) => fc.assert(fc.property(sessions, (facts) => {
  const plan = possible(facts);
  fc.pre(plan !== undefined);
  law(facts, plan);
}), { numRuns: 300 });

test('all jobs together find a slot', () => check((_, { jobs, taskManagers, taskSlots }) => {
  const slots = jobs.reduce((sum, { parallelism }) => sum + parallelism, 0);
  expect(taskManagers * taskSlots).toBeGreaterThanOrEqual(slots);
  expect((taskManagers - 1) * taskSlots).toBeLessThan(slots);
}));

test('a TaskManager has of each part what the neediest job has, and Flink can start it', () => check((facts, plan) => {
  const { derived } = sessionSettings(requestFor(facts), plan);
  const settings = derived.filter(({ key }) => key.startsWith('taskmanager.memory.')).map(({ key, value }) => [key, value] as const);
  const memory = taskManagerMemory(new Map([...settings, ['taskmanager.memory.process.size', plan.taskManagerMemory.toFlinkText()]]));
  for (const job of plan.jobs) {
    // The decision tells whole mebibytes.
    expect(memory.taskHeap / MEBIBYTE + 1n).toBeGreaterThanOrEqual(BigInt(job.tryDecision('task-heap')!.value.value!));
    expect(memory.managed).toBeGreaterThanOrEqual(job.managedMemory!._bytes);
    expect(memory.network).toBeGreaterThanOrEqual(job.networkMemory!._bytes);
    expect(plan.taskManagerCpu.amountInMillis).toBeGreaterThanOrEqual(job.taskManagerCpu.amountInMillis);
    expect(plan.localDisk?.mebibytes ?? 0).toBeGreaterThanOrEqual(job.localDisk?.mebibytes ?? 0);
    expect(plan.jobManagerMemory.mebibytes).toBeGreaterThanOrEqual(job.jobManagerMemory.mebibytes);
    expect(job.stateLocation).toBe(plan.stateLocation);
  }
}));

test('a session of one job is that job on a cluster of its own', () => {
  fc.assert(fc.property(possibleFacts, (facts) => {
    const session = possible([facts]);
    fc.pre(session !== undefined);
    const alone = planOf(facts, { flinkVersion: FlinkVersion.V1_20 });
    const sizes = ({ taskSlots, taskManagers, taskManagerCpu, taskManagerMemory: memory, managedMemory, networkMemory, jobManagerMemory }: any) =>
      [taskSlots, taskManagers, taskManagerCpu, memory, managedMemory, networkMemory, jobManagerMemory].map(String);
    expect(sizes(session)).toEqual(sizes(alone));
    expect(session.jvmMetaspace).toBeUndefined();
  }), { numRuns: 300 });
});

test('one more job never takes anything away', () => {
  fc.assert(fc.property(sessions, possibleFacts, fc.integer({ min: 1, max: 4 }), (facts, more, slots) => {
    const [fewer, all] = [possible(facts, slots), possible([...facts, more], slots)];
    fc.pre(fewer !== undefined && all !== undefined && fewer.stateLocation === all.stateLocation);
    expect(all.taskManagers).toBeGreaterThanOrEqual(fewer.taskManagers);
    expect(all.totalMemory.bytes).toBeGreaterThanOrEqual(fewer.totalMemory.bytes);
    expect(all.totalCpu.amountInMillis).toBeGreaterThanOrEqual(fewer.totalCpu.amountInMillis);
  }), { numRuns: 300 });
});

test('what a job says and what its cluster says are two things', () => check((facts, plan) => {
  const request = requestFor(facts);
  const ofCluster = sessionSettings(request, plan).derived.map(({ key }) => key);
  plan.jobs.forEach((job, index) => {
    const { derived } = hostedJobSettings({ request: { ...request.shared, ...request.hosts[index] }, plan: job });
    expect(derived.map(({ key }) => key).filter((key) => ofCluster.includes(key) || key.startsWith('taskmanager.'))).toEqual([]);
  });
}));

test('every decision stands between its ends', () => check((_, { decisions }) => decisions.forEach(({ low, value, high }) => {
  expect(low.value!).toBeLessThanOrEqual(value.value!);
  expect(value.value!).toBeLessThanOrEqual(high.value!);
})));

test('a session for nothing is refused', () => {
  expect(refusalOf(() => sessionOf([])).message).toBe(says(
    'a session cluster is sized for the jobs that it hosts, and there are none [session-without-work]',
    'no hosts', 'one workload and more', 'give the work of each job in `hosts`',
  ));
});
