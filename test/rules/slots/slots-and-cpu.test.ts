import * as fc from 'fast-check';
import { crowdedSlots, idleCpu, impliedCpu, throttledJobManager } from '../../../src/rules/slots/cpu';
import { replicasOfNativeSession } from '../../../src/rules/slots/replicas-of-native-session';
import { idleSlots, unsetMaxParallelism } from '../../../src/rules/slots/slots-and-parallelism';
import { foundBy, told } from '../example-of';

const slots = (count: number, parallelism: number, more = '') =>
  foundBy(idleSlots, `flinkConfiguration: { taskmanager.numberOfTaskSlots: "${count}"${more} }\njob: { parallelism: ${parallelism} }`);

describe('idle-slots', () => {
  test('how many, and what they hold', () => {
    expect(told(slots(4, 5))).toEqual(['spec.job.parallelism: parallelism 5 does not fill TaskManagers of 4 slots; got 8 slots in 2 TaskManagers; '
      + 'allowed parallelism 4 or 8; becomes 3 of 8 slots idle: 1.5 CPU and 3072 MiB']);
    expect(told(slots(4, 1))).toEqual(['spec.job.parallelism: parallelism 1 does not fill TaskManagers of 4 slots; got 4 slots in one TaskManager; '
      + 'allowed parallelism 4; becomes 3 of 4 slots idle: 1.5 CPU and 3072 MiB']);
  });

  test('found exactly where a division leaves something', () => fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 100 }),
    (count, parallelism) => expect(slots(count, parallelism).length).toBe(parallelism % count === 0 ? 0 : 1)), { numRuns: 40 }));

  test('the autoscaler changes the parallelism, and standalone clusters are counted otherwise', () => {
    expect(slots(4, 5, ', job.autoscaler.enabled: "true", jobmanager.scheduler: adaptive')).toEqual([]);
    expect(foundBy(idleSlots, 'mode: standalone\njob: { parallelism: 5 }')).toEqual([]);
  });

  test('a job of a session shares its slots', () => expect(foundBy(idleSlots, 'apiVersion: flink.apache.org/v1beta1\nkind: FlinkSessionJob\nmetadata: { name: orders }\n'
    + 'spec: { deploymentName: s, flinkConfiguration: { taskmanager.numberOfTaskSlots: "4" }, job: { jarURI: "https://example.com/o.jar", parallelism: 5 } }')).toEqual([]));
});

describe('unset-max-parallelism', () => {
  // KeyGroupRangeAssignment.computeDefaultMaxParallelism
  test.each([[1, 128], [85, 128], [86, 256], [128, 256], [170, 256], [171, 256], [172, 512], [21845, 32768], [30000, 32768]])(
    'parallelism %i becomes %i', (parallelism, becomes) => expect(foundBy(unsetMaxParallelism,
      `flinkConfiguration: { pipeline.max-parallelism: null }\njob: { parallelism: ${parallelism} }`).map((finding) => finding.becomes)).toEqual([
      `${becomes}, for as long as the job has state`,
    ]));

  test.each(['execution.checkpointing.interval: null', 'execution.runtime-mode: BATCH'])('%s: none', (text) =>
    expect(foundBy(unsetMaxParallelism, `flinkConfiguration: { pipeline.max-parallelism: null, ${text} }`)).toEqual([]));
});

describe('CPU', () => {
  const of = (rule: typeof crowdedSlots, cpu: number, count: number, more = '') => told(foundBy(rule,
    `flinkConfiguration: { taskmanager.numberOfTaskSlots: "${count}"${more} }\ntaskManager: { resource: { cpu: ${cpu} } }`));

  test('half a CPU for a slot, a whole one with the autoscaler', () => {
    expect(of(crowdedSlots, 1, 4)).toEqual(['spec.taskManager.resource.cpu: 4 slots share 1 CPU; got 1; allowed 2 and more; becomes 0.25 CPU for each slot']);
    expect(of(crowdedSlots, 0.4, 1)).toEqual(['spec.taskManager.resource.cpu: the slot has 0.4 CPU; got 0.4; allowed 0.5 and more; becomes 0.4 CPU for each slot']);
    expect(of(crowdedSlots, 2, 4)).toEqual([]);
    expect(of(crowdedSlots, 2, 4, ', job.autoscaler.enabled: "true"')).toEqual([
      'spec.taskManager.resource.cpu: 4 slots share 2 CPU, by which the autoscaler measures wrongly; got 2; allowed 4 and more; becomes 0.5 CPU for each slot',
    ]);
  });

  test('taskmanager.cpu.cores goes before the field', () => expect(of(crowdedSlots, 1, 4, ', taskmanager.cpu.cores: "4"')).toEqual([]));

  test('more than slots can use', () => {
    expect(of(idleCpu, 4, 1)).toEqual(['spec.taskManager.resource.cpu: one slot has 4 CPU; got 4; allowed up to 3; becomes 4 CPU for each slot']);
    expect(of(idleCpu, 6, 2)).toEqual([]);
  });

  test('of a JobManager', () => {
    expect(told(foundBy(throttledJobManager, throttledJobManager.fires!))).toEqual([
      'spec.jobManager.resource.cpu: the JobManager is throttled to a fraction of a CPU; got 0.25; allowed 0.5 and more; becomes limit 0.25 CPU',
    ]);
    expect(foundBy(throttledJobManager, 'jobManager: { resource: { cpu: 0.25 } }\nflinkConfiguration: { kubernetes.jobmanager.cpu.limit-factor: "4" }')).toEqual([]);
  });

  test('that nobody has written', () => {
    expect(told(foundBy(impliedCpu, 'taskManager: { resource: { cpu: null } }\njobManager: { resource: { cpu: null } }'))).toEqual([
      'spec.jobManager.resource.cpu: the JobManager gets Flink\'s own amount of CPU; got nothing; allowed an amount; becomes 1 CPU',
      'spec.taskManager.resource.cpu: a TaskManager gets a CPU for each slot; got nothing; allowed an amount; becomes 2 CPU',
    ]);
    expect(foundBy(impliedCpu, 'taskManager: { resource: { cpu: null } }\nflinkConfiguration: { kubernetes.taskmanager.cpu.amount: "3" }')).toEqual([]);
  });
});

test('replicas in a native session', () => {
  const [finding] = foundBy(replicasOfNativeSession, replicasOfNativeSession.fires!);
  expect(finding.edits).toEqual([{ remove: ['spec', 'taskManager', 'replicas'] }]);
  expect(foundBy(replicasOfNativeSession, replicasOfNativeSession.passes!)).toEqual([]);
  // Of an application another rule speaks.
  expect(foundBy(replicasOfNativeSession, 'taskManager: { replicas: 2 }')).toEqual([]);
});
