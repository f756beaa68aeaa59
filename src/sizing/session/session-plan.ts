import type { SessionValues } from './session-values';
import type { Cpu } from '../../units/cpu';
import type { MemorySize } from '../../units/memory-size';
import type { Reasoned } from '../decision/decide';
import type { Decision } from '../decision/decision';
import type { StateLocation } from '../facts/state-location';
import type { RocksDbTuning } from '../memory/rocksdb-tuning';
import type { PlanFinding } from '../plan/plan-finding';
import type { PodRequest } from '../plan/pod-request';
import { totalCpuOf, totalMemoryOf } from '../plan/pod-totals';
import type { TuningPlan } from '../plan/tuning-plan';

/** The sizes of a session cluster: TaskManagers in which any slot can run any of its jobs, and as many as all jobs together fill. */
export class SessionPlan {
  /** @internal */
  public static _of(values: SessionValues, explain: () => Reasoned[]): SessionPlan {
    return new SessionPlan(values, explain);
  }

  /** The plan of each job, in the order in which the session names them; on TaskManagers of the session's shape. */
  public readonly jobs: TuningPlan[];
  /** Where the state of all jobs lives. */
  public readonly stateLocation: StateLocation;
  /** Slots of one TaskManager. */
  public readonly taskSlots: number;
  /** TaskManagers that all jobs together ask for. */
  public readonly taskManagers: number;
  /** CPU of one TaskManager. */
  public readonly taskManagerCpu: Cpu;
  /** Process memory of one TaskManager, which is the memory of its pod. */
  public readonly taskManagerMemory: MemorySize;
  /** What the pod of one TaskManager asks for, with the containers beside Flink. */
  public readonly taskManagerPod: PodRequest;
  /** Managed memory of one TaskManager; absent where an explicit process size leaves it to Flink's share of 40 %. */
  public readonly managedMemory?: MemorySize;
  /** Network memory of one TaskManager; absent where an explicit process size leaves it to Flink's share of 10 %. */
  public readonly networkMemory?: MemorySize;
  /** Metaspace of one TaskManager, which holds the classes of every job; absent where one job or an explicit process size leaves it to Flink. */
  public readonly jvmMetaspace?: MemorySize;
  /** Disk of one TaskManager for the state and its copies; absent for state on the heap. */
  public readonly localDisk?: MemorySize;
  /** How RocksDB is set up; absent for another state backend. */
  public readonly rocksDb?: RocksDbTuning;
  /** JobManagers: the leader and those that stand by. */
  public readonly jobManagers: number;
  /** CPU of the JobManager. */
  public readonly jobManagerCpu: Cpu;
  /** Process memory of the JobManager, which is the memory of its pod. */
  public readonly jobManagerMemory: MemorySize;
  /** What the pod of one JobManager asks for, with the containers beside Flink. */
  public readonly jobManagerPod: PodRequest;
  /** What stays in the way of the facts of each job; empty when nothing does. */
  public readonly findings: PlanFinding[];

  private constructor(values: SessionValues, private readonly explain: () => Reasoned[]) {
    this.jobs = values.jobs;
    this.stateLocation = values.stateLocation;
    this.taskSlots = values.taskSlots;
    this.taskManagers = values.taskManagers;
    this.taskManagerCpu = values.taskManagerCpu;
    this.taskManagerMemory = values.taskManagerMemory;
    this.taskManagerPod = values.taskManagerPod;
    this.managedMemory = values.managedMemory;
    this.networkMemory = values.networkMemory;
    this.jvmMetaspace = values.jvmMetaspace;
    this.localDisk = values.localDisk;
    this.rocksDb = values.rocksDb;
    this.jobManagers = values.jobManagers;
    this.jobManagerCpu = values.jobManagerCpu;
    this.jobManagerMemory = values.jobManagerMemory;
    this.jobManagerPod = values.jobManagerPod;
    this.findings = values.findings;
  }

  /** CPU of the pods of JobManagers and TaskManagers together. */
  public get totalCpu(): Cpu {
    return totalCpuOf(this);
  }

  /** Memory of the pods of JobManagers and TaskManagers together. */
  public get totalMemory(): MemorySize {
    return totalMemoryOf(this);
  }

  /** What was decided for the cluster; what was decided for a job stands in its plan. */
  public get decisions(): Decision[] {
    return this.explain().map(({ decision }) => decision);
  }
}
