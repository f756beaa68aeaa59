import { slotsNeeded } from './slots-needed';
import { Bound } from '../decision/constants';
import { SizingFacts } from '../facts/sizing-facts';
import { StateLocation } from '../facts/state-location';

/** Flink's own bound on parallelism (`KeyGroupRangeAssignment`). */
export const LARGEST_PARALLELISM = 32_768;

/** A slot's operators run in a handful of threads; more cores than this stand idle. */
export const MOST_CORES_PER_SLOT = 4;

/** How the job is spread. */
export interface Shape {
  readonly parallelism: number;
  readonly taskSlots: number;
  readonly taskManagers: number;
}

/** The smallest shape that carries the job, or the largest there is. What is decided stands. */
export function shapeOf(facts: SizingFacts, location: StateLocation, at: Bound): Shape {
  const { request, given: { sourcePartitions: partitions, recoveryTimeObjective } } = facts;
  const slots = { given: request.taskSlots, usual: usualSlots(facts) };
  if (request.parallelism !== undefined) {
    return spread(request.parallelism, slots, partitions);
  }
  // Only what must be restored within a time depends on how many share it.
  const always = recoveryTimeObjective === undefined ? slotsNeeded(facts, location, 1, at).slots : undefined;
  const carries = (shape: Shape) =>
    (always ?? slotsNeeded(facts, location, shape.taskManagers, at).slots) <= busySlots(shape.parallelism, partitions);
  // More slots never make it worse, so the smallest that do are found by halving.
  let [tooFew, enough] = [0, partitions ?? LARGEST_PARALLELISM];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (carries(wholeShape(middle, slots, partitions))) {
      enough = middle;
    } else {
      tooFew = middle;
    }
  }
  return wholeShape(enough, slots, partitions);
}

/**
 * How many slots' worth of work so many can do. Partitions are whole: 24 over 7 subtasks gives one of them 4, which
 * then is the last to finish, so 7 do no more than 6.
 */
function busySlots(parallelism: number, partitions = parallelism): number {
  return partitions / Math.ceil(partitions / parallelism);
}

interface TaskSlots {
  readonly given: number | undefined;
  readonly usual: number;
}

/** Two slots share a TaskManager, where the node has the cores for them. */
export function usualSlots({ assume, profile, request: { nodeShape, taskManagerCompanions } }: SizingFacts): number {
  const usual = Math.round(assume.slotsPerTaskManager.value);
  if (nodeShape === undefined) {
    return usual;
  }
  const cores = nodeShape.cpu.amountInCores - (taskManagerCompanions?.beside.millicores ?? 0) / 1000;
  return Math.max(1, Math.min(usual, Math.floor(cores / profile.coresPerSlot)));
}

/** At least so many slots, in whole TaskManagers of which no slot is idle. */
function wholeShape(needed: number, slots: TaskSlots, partitions: number | undefined): Shape {
  const limit = partitions ?? LARGEST_PARALLELISM;
  const perTaskManager = slots.given ?? sharedSlots(needed, slots.usual, limit);
  return spread(Math.min(inSteps(Math.ceil(needed / perTaskManager)) * perTaskManager, limit), slots, partitions);
}

function spread(parallelism: number, { given, usual }: TaskSlots, partitions: number | undefined): Shape {
  const taskSlots = given ?? sharedSlots(parallelism, usual, partitions ?? LARGEST_PARALLELISM);
  return { parallelism, taskSlots, taskManagers: Math.ceil(parallelism / taskSlots) };
}

/** As many slots a TaskManager as usual, unless one would stand idle. */
export function sharedSlots(parallelism: number, usual: number, limit: number): number {
  const shared = Math.min(usual, parallelism);
  return roundUp(parallelism, shared) <= limit ? shared : 1;
}

/** Beyond 256 TaskManagers one more or less is nothing; steps of a thirty-second have more divisors. */
function inSteps(taskManagers: number): number {
  return taskManagers <= 256 ? taskManagers : roundUp(taskManagers, 2 ** Math.floor(Math.log2(taskManagers)) / 32);
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}
