import { Duration } from 'cdk8s';
import { Companions } from './companions';
import { StateLocation } from './state-location';
import { FlinkVersion } from '../../flink/flink-version';
import { Cpu } from '../../units/cpu';
import { MemorySize } from '../../units/memory-size';
import { Calibration } from '../../workload/calibration';
import { Budget, DiskKind, NodeShape } from '../../workload/node-shape';
import { Workload } from '../../workload/workload';

/** What a plan is derived from: facts, measurements, and the values that the user has already decided. */
export interface SizingRequest {
  readonly workload: Workload;
  readonly flinkVersion: FlinkVersion;
  /** False: no checkpoints, so nothing about them. */
  readonly checkpoints: boolean;
  readonly calibration?: Calibration;
  /** Numbers in the place of the rules' own, by the names of `RULES`. */
  readonly assumptions?: Record<string, number>;
  readonly nodeShape?: NodeShape;
  readonly budget?: Budget;
  /** The leader and those that stand by. */
  readonly jobManagers?: number;
  readonly jobManagerCompanions?: Companions;
  readonly taskManagerCompanions?: Companions;

  readonly stateLocation?: StateLocation;
  readonly parallelism?: number;
  readonly maxParallelism?: number;
  readonly taskSlots?: number;
  readonly taskManagerCpu?: Cpu;
  readonly taskManagerMemory?: MemorySize;
  readonly jobManagerCpu?: Cpu;
  readonly jobManagerMemory?: MemorySize;
  readonly checkpointInterval?: Duration;
  readonly checkpointTimeout?: Duration;
  readonly minPauseBetweenCheckpoints?: Duration;
  readonly retainedCheckpoints?: number;
  readonly unalignedCheckpoints?: boolean;
  /** Above one, or at least once: what rules out unaligned checkpoints. */
  readonly concurrentCheckpoints?: number;
  readonly atLeastOnce?: boolean;
  readonly incrementalCheckpoints?: boolean;
  readonly bloomFilter?: boolean;
  readonly partitionedIndexFilters?: boolean;
  readonly timersOnHeap?: boolean;
  readonly backgroundThreads?: number;
  /** A name of Flink's `PredefinedOptions`. */
  readonly predefinedOptions?: string;
  readonly localRecovery?: boolean;
  readonly localDisk?: MemorySize;
  /** Kind of the disk under the state, where it is not what the nodes have. */
  readonly diskKind?: DiskKind;
}
