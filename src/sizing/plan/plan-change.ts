import type { TuningPlan } from './tuning-plan';
import { FlinkVersion } from '../../flink/flink-version';
import { Cpu } from '../../units/cpu';
import { grouped, percent } from '../../units/grouped-number';
import { FlinkApi } from '../../workload/workload-kind';
import { RULES } from '../facts/assumptions';
import { SizingRequest } from '../facts/sizing-request';
import { StateLocation } from '../facts/state-location';

/** One choice of a plan made otherwise. */
export interface PlanChange {
  readonly title: (from: TuningPlan, to: TuningPlan) => string;
  readonly risk: string;
  /** What is set in the request, and how a user sets it. */
  readonly set: Partial<SizingRequest>;
  readonly how: string;
  /** Decisions of the user that leave nothing to choose here, besides those in `set`. */
  readonly decidedBy?: (keyof SizingRequest)[];
  /** What else must hold of the plan and of what it was asked for. */
  readonly when?: (plan: TuningPlan, request: SizingRequest) => boolean;
  /** Whether the plan has come out as the title says; other facts may have had the last word. */
  readonly achieved?: (from: TuningPlan, to: TuningPlan) => boolean;
  /** Where nothing speaks for it but what it saves: then it is no alternative unless it is cheaper. */
  readonly onlyToSave?: boolean;
}

type Numbers = Partial<Record<keyof typeof RULES, number>>;

const assuming = (numbers: Numbers): Pick<PlanChange, 'set' | 'how'> => ({
  set: { assumptions: numbers },
  how: Object.entries(numbers).map(([name, value]) => `assumptions.${name} ${value}`).join(', '),
});

const { targetUtilization, peakUtilization, slotsPerTaskManager, workingSet, rocksDbPerSlot, rocksDbPerSlotMost, networkHeadroom, slotHeap } = RULES;

/** How long it takes to catch up after a stop, in lengths of that stop, while records keep coming. */
const catchUp = (utilization: number) => grouped(Math.round((10 * utilization) / (1 - utilization)) / 10);

/** Fewer pods, or more slots in each, would need larger ones. */
const SIZES: (keyof SizingRequest)[] = ['taskManagerCpu', 'taskManagerMemory', 'localDisk'];

const busy = (utilization: number): Pick<PlanChange, 'title' | 'set' | 'how'> => ({
  title: () => `slots ${percent(utilization)} busy on average instead of ${percent(targetUtilization.value)}`,
  ...assuming({ targetUtilization: utilization }),
});

const slots = (count: number): Pick<PlanChange, 'title' | 'set' | 'how' | 'decidedBy' | 'achieved'> => ({
  title: (from, to) => `${to.taskSlots} ${to.taskSlots === 1 ? 'slot' : 'slots'} a TaskManager instead of ${from.taskSlots}`,
  ...assuming({ slotsPerTaskManager: count }),
  decidedBy: ['taskSlots', ...SIZES],
  achieved: (from, to) => Math.sign(to.taskSlots - from.taskSlots) === Math.sign(count - slotsPerTaskManager.value),
});

const cache = (factor: number): Pick<PlanChange, 'set' | 'how' | 'decidedBy'> => ({
  ...assuming({
    workingSet: workingSet.value * factor, rocksDbPerSlot: rocksDbPerSlot.value * factor, rocksDbPerSlotMost: rocksDbPerSlotMost.value * factor,
  }),
  decidedBy: ['taskManagerMemory'],
});

/** What was measured on one state backend says nothing about another. */
const isUnmeasured = ({ calibration: { recordsPerSecondPerCore, checkpointDuration, checkpointSize } = {} }: SizingRequest) =>
  [recordsPerSecondPerCore, checkpointDuration, checkpointSize].every((measured) => measured === undefined);
const mayMoveFrom = (location: StateLocation, plan: TuningPlan, request: SizingRequest) =>
  plan.workload.stateful && plan.stateLocation === location && isUnmeasured(request) && request.assumptions?.heapStateLimit === undefined;

/** What a platform engineer would try next, each with what it is paid with. */
export const PLAN_CHANGES: PlanChange[] = [
  {
    ...busy(targetUtilization.high),
    decidedBy: ['parallelism', ...SIZES],
    risk: `less room: to catch up after a stop takes about ${catchUp(targetUtilization.high)} times as long as the stop instead of `
      + `${catchUp(targetUtilization.value)} times; the objectives are kept`,
    onlyToSave: true,
  },
  {
    ...busy(targetUtilization.low),
    decidedBy: ['parallelism'],
    risk: `to catch up after a stop takes about as long as the stop instead of ${catchUp(targetUtilization.value)} times, and the load may double before the slots are full`,
  },
  {
    title: () => `slots fully busy at the peak instead of ${percent(peakUtilization.value)}`,
    ...assuming({ peakUtilization: peakUtilization.high }),
    decidedBy: ['parallelism', ...SIZES],
    risk: 'at its peak the job has no room at all: what a pause leaves behind is worked off only when the peak is over',
    onlyToSave: true,
  },
  {
    ...slots(slotsPerTaskManager.high),
    risk: 'one lost pod takes more slots with it, and a failure in one task can take its neighbours\' memory',
    onlyToSave: true,
  },
  {
    ...slots(slotsPerTaskManager.low),
    risk: 'a pod that is lost takes one slot with it, and no task shares its memory with another',
  },
  {
    title: () => 'half the RocksDB cache',
    ...cache(0.5),
    when: ({ stateLocation }, { calibration }) => stateLocation === StateLocation.LOCAL_DISK && calibration?.cacheHitRate === undefined,
    risk: 'more reads go to the disk, while this plan counts on as many hits as before; measure the cache hit rate',
    onlyToSave: true,
  },
  {
    title: () => 'twice the RocksDB cache',
    ...cache(2),
    when: ({ stateLocation }) => stateLocation === StateLocation.LOCAL_DISK,
    risk: 'more of the state is read from memory when keys are busier or more than was thought; no record is counted as cheaper for it',
  },
  {
    title: () => 'state on the heap instead of in RocksDB',
    set: { stateLocation: StateLocation.HEAP },
    how: 'stateBackend HashMapStateBackend',
    decidedBy: SIZES,
    when: (plan, request) => mayMoveFrom(StateLocation.LOCAL_DISK, plan, request)
      && plan.expectedState.mebibytes <= RULES.heapStateLimit.high,
    risk: 'faster access, but state that outgrows its size here ends in an OutOfMemoryError, and every checkpoint uploads all of it',
  },
  {
    title: () => 'state in RocksDB instead of on the heap',
    set: { stateLocation: StateLocation.LOCAL_DISK },
    how: 'stateBackend RocksDbStateBackend',
    decidedBy: SIZES,
    when: (plan, request) => mayMoveFrom(StateLocation.HEAP, plan, request),
    risk: 'state that outgrows its size here fills a disk and not the heap, and checkpoints can upload only what changed; each access costs more CPU',
  },
  {
    title: () => 'state in ForSt instead of in RocksDB',
    set: { stateLocation: StateLocation.REMOTE },
    how: 'stateBackend ForStStateBackend',
    decidedBy: SIZES,
    when: (plan, request) => mayMoveFrom(StateLocation.LOCAL_DISK, plan, request)
      && request.flinkVersion.isAtLeast(FlinkVersion.V2_0) && plan.workload.facts.api === FlinkApi.SQL
      && plan.expectedState.mebibytes >= RULES.diskStatePerSlot.low * 1024,
    risk: 'small disks and restarts that move no state, but it is experimental, and what its cache does not hold is read from the checkpoint storage',
  },
  {
    title: () => 'state in RocksDB instead of in ForSt',
    set: { stateLocation: StateLocation.LOCAL_DISK },
    how: 'stateBackend RocksDbStateBackend',
    decidedBy: SIZES,
    when: (plan, request) => mayMoveFrom(StateLocation.REMOTE, plan, request),
    risk: 'proven, and reads stay on a local disk; a restart downloads the state first, and the disks must hold all of it',
  },
  {
    title: () => 'network buffers for this parallelism alone',
    ...assuming({ networkHeadroom: networkHeadroom.low }),
    decidedBy: ['taskManagerMemory'],
    risk: 'a rescale to more slots may fail for want of network buffers until their memory is raised, so the autoscaler should stay off',
    onlyToSave: true,
  },
  {
    title: () => 'twice the heap for user code',
    ...assuming({ slotHeap: slotHeap.value * 2 }),
    decidedBy: ['taskManagerMemory'],
    risk: 'room for caches, large records and clients of user code before an OutOfMemoryError',
  },
  {
    title: () => 'half a core for the JobManager',
    set: { jobManagerCpu: Cpu.millis(500) },
    how: 'jobManager.cpu 0.5 cores',
    when: ({ jobManagerCpu }) => jobManagerCpu.amountInMillis > 500,
    risk: 'the job starts and recovers more slowly, and checkpoints of many tasks are acknowledged later',
    onlyToSave: true,
  },
];
