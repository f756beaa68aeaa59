import { MOST_CORES_PER_SLOT, PROFILES, SLOTS_PER_TASK_MANAGER } from './constants';
import { coresInUse } from './cpu-demand';
import { Decided } from './decide';
import { Amount } from './decision';
import { SizingRequest } from './sizing-request';
import { Refusal, shown } from '../refusal';
import { grouped } from '../units/grouped-number';
import { Workload } from '../workload/workload';

/** Flink's own bound on parallelism (`KeyGroupRangeAssignment`). */
const UPPER_BOUND = 32_768;

/**
 * Highly composite numbers that the operator's autoscaler documentation recommends, and their successors:
 * many divisors mean many parallelisms at which every slot owns the same number of key groups.
 */
const COMPOSITES = [120, 180, 240, 360, 720, 840, 1260, 1680, 2520, 5040, 7560, 10_080, 15_120, 20_160, 25_200, 27_720];
const ROOM_TO_GROW = 5;

/** How many slots one TaskManager offers. */
export function taskSlots(request: SizingRequest, demand: number): Decided<number> {
  const { sourcePartitions } = request.workload;
  refuseCount('task-slots', 'taskManager.taskSlots', request.taskSlots, 1024);
  const needed = request.parallelism ?? balanced(slotsNeeded(request.workload, demand), sourcePartitions);
  const usual = SLOTS_PER_TASK_MANAGER.value;
  const shareable = needed > 1 && roundUp(needed, usual) <= (sourcePartitions ?? UPPER_BOUND);
  return new Decided('task-slots', shareable ? usual : 1, request.taskSlots, (value) => Amount._count(value, 'slots'), () => ({
    title: 'Task slots',
    low: SLOTS_PER_TASK_MANAGER.low,
    high: SLOTS_PER_TASK_MANAGER.high,
    reason: shareable
      ? 'slots of one TaskManager share its metaspace, framework memory and overhead, and stay few enough to fail apart'
      : 'a single slot is enough, or two would leave one idle',
    inputs: [`slots needed ${needed}`],
    rule: 'slots-per-task-manager',
    source: SLOTS_PER_TASK_MANAGER.source,
  }));
}

/** How many slots the job uses. */
export function parallelism(request: SizingRequest, demand: number, perTaskManager: number): Decided<number> {
  const { workload } = request;
  refuseCount('parallelism', 'parallelism', request.parallelism, UPPER_BOUND);
  const limit = workload.sourcePartitions ?? UPPER_BOUND;
  if (request.parallelism === undefined) {
    refuseImpossible(workload, demand);
  } else if (request.parallelism > limit) {
    throw new Refusal({
      code: 'parallelism-above-partitions',
      what: 'parallelism is above the partitions of the source: the sources beyond them would read nothing',
      got: `parallelism ${request.parallelism}, workload.sourcePartitions ${limit}`,
      allowed: `1 to ${limit}`,
      fix: 'add partitions to the topic, or lower parallelism',
    });
  }
  const whole = (cores: number) => {
    const spread = balanced(slotsNeeded(workload, cores), workload.sourcePartitions);
    return Math.min(roundUp(spread, perTaskManager), limit, UPPER_BOUND);
  };
  return new Decided('parallelism', whole(demand), request.parallelism, count, () => ({
    title: 'Parallelism',
    low: whole(coresInUse(workload, 'low')),
    high: whole(coresInUse(workload, 'high')),
    reason: reasonFor(workload, demand, whole(demand)),
    inputs: [
      `CPU for the work ${grouped(demand)} cores`,
      `task slots ${perTaskManager}`,
      `source partitions ${workload.sourcePartitions ?? 'not given'}`,
    ],
    rule: 'slots-for-cpu-and-partitions',
    source: `${PROFILES[workload.kind].coresPerSlot.source}; tuning chapter §4: parallelism beyond partitions gains nothing`,
  }));
}

function reasonFor(workload: Workload, demand: number, slots: number): string {
  const { sourcePartitions } = workload;
  if (sourcePartitions === undefined) {
    return 'enough slots for the CPU of the work, in whole TaskManagers';
  }
  const carried = slots * MOST_CORES_PER_SLOT;
  return carried < demand
    ? `all that ${sourcePartitions} partitions allow: at most ${grouped(carried)} of the ${grouped(demand)} cores of the work can be used; add partitions`
    : 'enough slots for the CPU of the work, so that the slot with the most partitions keeps up, in whole TaskManagers';
}

/** The bound that rescaling can never pass without dropping state. */
export function maxParallelism(request: SizingRequest, atBirth: number): Decided<number> {
  refuseCount('max-parallelism', 'maxParallelism', request.maxParallelism, UPPER_BOUND);
  const room = (factor: number) => COMPOSITES.find((composite) => composite >= atBirth * factor) ?? UPPER_BOUND;
  if (request.maxParallelism !== undefined && request.maxParallelism < atBirth) {
    throw new Refusal({
      code: 'max-parallelism-below-parallelism',
      what: 'maxParallelism is below the parallelism',
      got: `maxParallelism ${request.maxParallelism}, parallelism ${atBirth}`,
      allowed: `${atBirth} to ${UPPER_BOUND}`,
      fix: `leave it out for ${room(ROOM_TO_GROW)}, or raise it`,
    });
  }
  return new Decided('max-parallelism', room(ROOM_TO_GROW), request.maxParallelism, count, () => ({
    title: 'Max parallelism',
    low: room(2),
    high: room(10),
    reason: `room to grow ${ROOM_TO_GROW}-fold, with many divisors; it cannot change later without dropping state`,
    inputs: [`parallelism ${atBirth}`],
    rule: 'highly-composite-with-room',
    source: 'operator autoscaler docs recommend 120–720; Flink production readiness: set it explicitly',
  }));
}

export function taskManagers(atParallelism: Decided<number>, perTaskManager: number): Decided<number> {
  const pods = (slots: number) => Math.ceil(slots / perTaskManager);
  const derived = pods(atParallelism.value);
  return new Decided('task-managers', derived, undefined, count, () => {
    const { low, high } = atParallelism.decision;
    return {
      title: 'TaskManagers',
      low: Math.min(pods(low.value!), derived),
      high: Math.max(pods(high.value!), derived),
      reason: 'as many as give every parallel instance a slot',
      inputs: [`parallelism ${atParallelism.value}`, `task slots ${perTaskManager}`],
      rule: 'slots-cover-parallelism',
      source: 'tuning chapter §4: parallelism ≤ TaskManagers × slots',
    };
  });
}

function count(value: number): Amount {
  return Amount._count(value, '');
}

/** Refuses what no parallelism can carry, even at the best rates that anyone has published. */
function refuseImpossible(workload: Workload, demand: number): void {
  const needed = slotsNeeded(workload, demand);
  const partitions = workload.sourcePartitions ?? UPPER_BOUND;
  if (needed > UPPER_BOUND && partitions >= UPPER_BOUND) {
    throw new Refusal({
      code: 'workload-too-large',
      what: 'one Flink job cannot hold this workload',
      got: `${needed} slots needed`,
      allowed: `up to ${UPPER_BOUND}, Flink's largest parallelism`,
      fix: 'split the stream over several jobs, or set the parallelism that you have measured',
    });
  }
  const fewest = Math.ceil(coresInUse(workload, 'low') / MOST_CORES_PER_SLOT);
  if (fewest > partitions) {
    throw new Refusal({
      code: 'partitions-too-few',
      what: 'the source has too few partitions for its throughput, even at the best published rates',
      got: `workload.sourcePartitions ${partitions}`,
      allowed: `${fewest} and more`,
      fix: 'add partitions to the topic, or set the parallelism that you have measured',
    });
  }
}

/** Whole slots for a demand in cores. */
function slotsNeeded(workload: Workload, cores: number): number {
  return Math.max(1, Math.ceil(cores / PROFILES[workload.kind].coresPerSlot.value));
}

/**
 * The fewest subtasks at which none reads more partitions than its share of the CPU carries. Partitions
 * are whole: 24 over 7 subtasks gives one of them 4, so 6 subtasks are as good.
 */
function balanced(needed: number, partitions: number | undefined): number {
  if (partitions === undefined) {
    return needed;
  }
  return needed >= partitions ? partitions : Math.ceil(partitions / Math.floor(partitions / needed));
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}

function refuseCount(code: string, property: string, value: number | undefined, most: number): void {
  if (value !== undefined && !(Number.isSafeInteger(value) && value >= 1 && value <= most)) {
    throw new Refusal({
      code,
      what: `${property} must be a whole number`,
      got: shown(value),
      allowed: `1 to ${most}`,
      fix: `leave ${property} out to have it derived`,
    });
  }
}
