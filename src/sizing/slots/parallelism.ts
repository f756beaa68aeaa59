import { coresInUse } from './cpu-demand';
import { refuseDecidedCount, refuseImpossible, refuseParallelismAbovePartitions } from './refuse-parallelism';
import { LARGEST_PARALLELISM, Shape, shapeOf, sharedSlots, usualSlots } from './shape';
import { slotsNeeded } from './slots-needed';
import { grouped } from '../../units/grouped-number';
import { Bound } from '../decision/constants';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { SizingFacts } from '../facts/sizing-facts';
import { StateLocation } from '../facts/state-location';

/** How many slots one TaskManager offers. */
export function taskSlots(facts: SizingFacts, shape: Shape): Decided<number> {
  const { assume, request } = facts;
  refuseDecidedCount('task-slots', 'taskManager.taskSlots', request.taskSlots, 1024);
  const derived = sharedSlots(shape.parallelism, usualSlots(facts), facts.given.sourcePartitions ?? LARGEST_PARALLELISM);
  return new Decided('task-slots', derived, request.taskSlots, (value) => Amount._count(value, 'slots'), () => ({
    title: 'Task slots',
    low: Math.min(assume.slotsPerTaskManager.low, derived),
    high: Math.max(assume.slotsPerTaskManager.high, derived),
    reason: derived > 1
      ? 'slots of one TaskManager share its metaspace, framework memory and overhead, and stay few enough to fail apart'
      : 'a single slot is enough, or two would leave one idle',
    inputs: [`parallelism ${shape.parallelism}`],
    rule: 'slots-per-task-manager',
    source: assume.slotsPerTaskManager.source,
  }));
}

/** How many slots the job uses. */
export function parallelism(facts: SizingFacts, location: StateLocation, shape: Shape): Decided<number> {
  const { request, given: { sourcePartitions }, assume, calibration } = facts;
  refuseDecidedCount('parallelism', 'parallelism', request.parallelism, LARGEST_PARALLELISM);
  if (request.parallelism === undefined) {
    refuseImpossible(facts, location);
  } else {
    refuseParallelismAbovePartitions(request.parallelism, sourcePartitions);
  }
  const own = request.parallelism === undefined ? facts : { ...facts, request: { ...request, parallelism: undefined, taskSlots: undefined } };
  const derived = (at: Bound) => shapeOf(own, location, at).parallelism;
  return new Decided('parallelism', request.parallelism === undefined ? shape.parallelism : derived('value'), request.parallelism, count, () => ({
    title: 'Parallelism',
    low: derived('low'),
    high: derived('high'),
    reason: reasonFor(facts, location, shape),
    inputs: [
      `CPU for the work ${grouped(coresInUse(facts, { location, taskManagers: shape.taskManagers }, 'value'))} cores`,
      `task slots ${shape.taskSlots}`,
      `source partitions ${sourcePartitions ?? 'not given'}`,
    ],
    rule: 'slots-for-work-and-partitions',
    source: 'tuning chapter §2: CPU-bound one slot per core, I/O-bound one slot per two cores (AWS: two to four slots to one core); '
      + '§4: parallelism beyond partitions gains nothing',
    measured: calibration.recordsPerSecondPerCore !== undefined || assume.cacheHitRate.replacedBy === 'measurement',
  }));
}

function reasonFor(facts: SizingFacts, location: StateLocation, shape: Shape): string {
  const { slots: needed, because } = slotsNeeded(facts, location, shape.taskManagers, 'value');
  const { sourcePartitions } = facts.given;
  if (needed > shape.parallelism) {
    return `all that ${sourcePartitions} partitions allow, where ${grouped(needed)} slots are needed; add partitions`;
  }
  const what = { work: 'the work', lookups: 'the look-ups under way at one time', state: 'the state, so that no slot holds too much to restore' }[because];
  return `enough slots for ${what}${sourcePartitions === undefined ? '' : ', so that the slot with the most partitions keeps up'}, in whole TaskManagers`;
}

export function taskManagers(facts: SizingFacts, location: StateLocation, shape: Shape): Decided<number> {
  return new Decided('task-managers', shape.taskManagers, undefined, count, () => ({
    title: 'TaskManagers',
    low: Math.min(shapeOf(facts, location, 'low').taskManagers, shape.taskManagers),
    high: Math.max(shapeOf(facts, location, 'high').taskManagers, shape.taskManagers),
    reason: 'as many as give every parallel instance a slot',
    inputs: [`parallelism ${shape.parallelism}`, `task slots ${shape.taskSlots}`],
    rule: 'slots-cover-parallelism',
    source: 'tuning chapter §4: parallelism ≤ TaskManagers × slots',
  }));
}

function count(value: number): Amount {
  return Amount._count(value, '');
}
