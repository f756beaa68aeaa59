import * as fc from 'fast-check';
import { Answer, answer, Question } from './answers';
import { Reply } from './oracle';
import { FlinkVersion } from '../src/flink/flink-version';
import { planSettings } from '../src/sizing/plan/plan-settings';
import { locations, planIfPossible, possibleFacts, requestedPlanOf } from '../test/sizing/arbitrary-workload';

/** TaskManager and JobManager of plans for any workload, with the state anywhere, as Flink reads them. */
export function plannedProcesses(cases: number, seed: number, flinkVersion: FlinkVersion): Question[] {
  const plans = fc.tuple(possibleFacts, locations)
    .filter(([facts, stateLocation]) => planIfPossible(facts, { stateLocation }) !== undefined)
    .map(([facts, stateLocation]) => requestedPlanOf(facts, { stateLocation, flinkVersion }));
  return fc.sample(plans, { numRuns: Math.ceil(cases / 2), seed }).flatMap((requested) => {
    const { taskManagerMemory, jobManagerMemory } = requested.plan;
    const memory = planSettings(requested).derived.filter(({ key }) => key.startsWith('taskmanager.memory.') || key === 'taskmanager.numberOfTaskSlots');
    const taskManager = { 'taskmanager.memory.process.size': taskManagerMemory.toFlinkText(), ...Object.fromEntries(memory.map(({ key, value }) => [key, value])) };
    return [
      { op: 'taskManagerMemory', configuration: taskManager },
      { op: 'jobManagerMemory', configuration: { 'jobmanager.memory.process.size': jobManagerMemory.toFlinkText() } },
    ];
  });
}

/** A derived process must start: that both of us refuse it would be no agreement. */
export function starting(_: Reply, question: Question): Answer {
  const ours = answer(question);
  return 'value' in ours ? ours : { value: `refused: ${ours.refusal.message}` };
}
