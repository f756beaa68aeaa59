import { Size } from 'cdk8s';
import { alternativeList } from '../../src/report/alternative-list';
import { autoscalerSettings } from '../../src/report/autoscaler-settings';
import { decisionTable } from '../../src/report/decision-table';
import { Explained } from '../../src/report/explained';
import { findingList } from '../../src/report/finding-list';
import { measureFirst } from '../../src/report/measure-first';
import { nodePacking } from '../../src/report/node-packing';
import { Amount, Decision, DecisionBasis } from '../../src/sizing/decision/decision';
import { NodeResource } from '../../src/sizing/plan/node-fit';
import { TuningPlan } from '../../src/sizing/plan/tuning-plan';
import { Cpu } from '../../src/units/cpu';
import { MemorySize } from '../../src/units/memory-size';
import { deploymentOf } from '../deployment/sample-deployment';

/** A plan of which a section reads no more than this. */
const plan = (parts: object) => parts as unknown as TuningPlan;

function decision(quantity: string, low: number, value: number, high: number, basis = DecisionBasis.RULE): Decision {
  const [least, decided, most] = [low, value, high].map((amount) => Amount._count(amount, ''));
  return { quantity, title: quantity, value: decided, low: least, high: most, reason: 'because', inputs: [], rule: 'a-rule', source: 'somewhere', basis };
}

const explained = (decisions: Decision[]) => ({ plan: plan({ decisions }), settings: [] } as unknown as Explained);

test('decisions stand in groups with the same columns, and marks are told where there are any', () => {
  const decisions = [
    decision('task-manager-memory', 1, 2, 3), decision('parallelism', 4, 4, 4, DecisionBasis.EXPLICIT),
    decision('checkpoint-interval', 1, 5, 9, DecisionBasis.MEASUREMENT), decision('never-heard-of', 7, 7, 7),
  ];
  expect(decisionTable(explained(decisions), 80).join('\n\n')).toBe([
    'SHAPE                  VALUE  RANGE  WHY',
    '  parallelism          4             * because',
    '  never-heard-of       7             because',
    '',
    'MEMORY',
    '  task-manager-memory  2      1 – 3  because',
    '',
    'CHECKPOINTS',
    '  checkpoint-interval  5      1 – 9  ✓ because',
    '',
    '* set by you, not by a rule',
    '✓ rests on a measurement',
  ].join('\n'));
  expect(decisionTable(explained([decision('parallelism', 1, 1, 1)]), 80)).toHaveLength(1);
});

test('of the decisions of a real plan, only those of its shape stand in the first group', () => {
  const [shape] = decisionTable(explained(deploymentOf().plan.decisions), 110);
  const titles = shape.split('\n').map((line) => /^ {2}(\S+( \S+)*)/.exec(line)?.[1]).filter((title) => title !== undefined);
  expect(titles).toEqual(['CPU for the work', 'Task slots', 'Parallelism', 'TaskManagers', 'Max parallelism', 'TaskManager CPU', 'Network traffic', 'JobManager CPU']);
});

test('the widest range of each measurement comes first, and narrow or measured ones not at all', () => {
  expect(measureFirst(plan({
    decisions: [
      decision('checkpoint-interval', 1, 2, 3), decision('cpu-demand', 1, 3, 9), decision('parallelism', 1, 2, 4), decision('checkpoint-duration', 1, 5, 40),
      decision('task-slots', 1, 2, 100), decision('managed-memory', 2, 3, 4), decision('expected-state', 1, 2, 50, DecisionBasis.MEASUREMENT),
    ],
  }), 110)).toEqual([[
    'MEASURE FIRST',
    '  checkpoint-duration  1 – 40  40 ×  calibration.checkpointDuration',
    '  cpu-demand           1 – 9   9 ×   calibration.recordsPerSecondPerCore',
  ].join('\n')]);
  expect(measureFirst(plan({ decisions: [decision('cpu-demand', 0, 3, 9)] }), 110)).toEqual([]);
});

test('findings say what would mend them', () => {
  expect(findingList([{ code: 'hottest-key', message: 'one key is too hot', fix: 'salt it' }], 110)).toEqual([
    'FINDINGS\n  hottest-key\n    one key is too hot\n    fix: salt it',
  ]);
  expect(findingList([], 110)).toEqual([]);
});

test('alternatives: the cheaper ones before the safer ones', () => {
  const alternatives = [
    { title: 'slots 50% busy', cheaper: false, cost: '2 cores more', risk: 'catches up sooner' },
    { title: 'slots 77% busy', cheaper: true, cost: '1 core less', risk: 'catches up later' },
  ];
  expect(alternativeList(plan({ alternatives: () => alternatives }), 110)).toEqual([[
    'ALTERNATIVES',
    '  cheaper  slots 77% busy: 1 core less',
    '           catches up later',
    '  safer    slots 50% busy: 2 cores more',
    '           catches up sooner',
  ].join('\n')]);
  expect(alternativeList(plan({ alternatives: () => [] }), 110)).toEqual([]);
});

test('nodes: how the pods lie on them, or what does not fit', () => {
  const node = { cpu: Cpu.cores(8), memory: Size.gibibytes(32) };
  const fit = {
    fits: true,
    nodes: 3,
    taskManagersPerNode: 4,
    limitedBy: NodeResource.CPU,
    idleCores: 2,
    idleCpuShare: 0.08,
    idleMemory: MemorySize.ofMebibytes(512),
    idleMemoryShare: 0.005,
    smallestNode: node,
    problems: [],
  };
  expect(nodePacking(plan({ fitsNodes: () => fit }), node, 110)).toBe([
    'ON NODES OF 8 cores AND 32 GiB', '  nodes  3, each with room for 4 TaskManagers; CPU allows no more', '  idle   2 cores (8%) and 512 MiB (1%)',
  ].join('\n'));
  const none = { ...fit, fits: false, nodes: 0, taskManagersPerNode: 0, problems: ['a TaskManager needs 9 cores'] };
  expect(nodePacking(plan({ fitsNodes: () => none }), node, 110)).toBe('ON NODES OF 8 cores AND 32 GiB\n  does not fit  a TaskManager needs 9 cores');
});

test('the autoscaler is told by the operator\'s own options', () => {
  const { autoscaler } = deploymentOf().plan;
  const text = autoscalerSettings(plan({ autoscaler }), 110);
  expect(text).toMatch(/^IF THE AUTOSCALER IS SWITCHED ON\n {2}target utilization +0\.65 +job\.autoscaler\.utilization\.target\n/);
  expect(text).toContain(`1 to ${autoscaler.maxParallelism} `);
  expect(text).toContain(`${autoscaler.restartTime.toSeconds()} s `);
});
