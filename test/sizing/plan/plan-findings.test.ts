import { Facts, planOf } from '../arbitrary-workload';
import { Cpu, MemorySize, StateLocation, WorkloadKind } from 'cdk8s-flink';

/** 7.23 cores by the rules, ten slots on five TaskManagers. */
const BUSY: Facts = { kind: WorkloadKind.DEDUPLICATION, rate: 100_000, recordBytes: 500, stateMebibytes: 5_120 };
const findingsOf = (decided: object) => planOf(BUSY, decided).findings;

test('a CPU that cannot do the work is told, and one that can is not', () => {
  expect(findingsOf({ taskManagerCpu: Cpu.millis(500) })).toEqual([{
    code: 'cpu-too-low',
    message: 'the work needs 7.23 cores, and the CPU that was set gives 2.5 on 5 TaskManagers',
    fix: 'leave the CPU of the TaskManager out, raise it or the parallelism, or calibrate with the rate that was measured',
  }]);
  expect(findingsOf({ taskManagerCpu: Cpu.millis(1_500) })).toEqual([]);
});

test('a memory below the lowest that the rules ask for is told, and one above is not', () => {
  const heap = { stateLocation: StateLocation.HEAP };
  expect(findingsOf({ ...heap, taskManagerMemory: MemorySize.ofMebibytes(2_048) })).toEqual([{
    code: 'memory-too-low',
    message: 'a TaskManager of 2,048 MiB was set; the rules ask for 5,504 MiB, and for 3,840 MiB at their lowest',
    fix: 'leave the memory of the TaskManager out or raise it, or spread the job over more slots',
  }]);
  expect(findingsOf({ ...heap, taskManagerMemory: MemorySize.ofMebibytes(4_096) })).toEqual([]);
});

test('timers that were set to the heap are told where they take some of it', () => {
  const windows: Facts = { ...BUSY, kind: WorkloadKind.WINDOWED_AGGREGATION, rate: 1_000, keys: { distinct: 1_000_000 } };
  const codes = (decided: object) => planOf(windows, { stateLocation: StateLocation.LOCAL_DISK, parallelism: 1, ...decided }).findings;
  expect(codes({ timersOnHeap: true })).toEqual([{
    code: 'heap-timers',
    message: 'timers were set to the heap, where those of a slot take about 96 MiB that the plan has not, and each checkpoint writes all of them at once '
      + 'while the task waits',
    fix: 'leave timersOnHeap out; RocksDB holds any number of timers',
  }]);
  expect(codes({})).toEqual([]);
});
