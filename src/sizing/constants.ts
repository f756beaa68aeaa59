import { WorkloadKind } from '../workload/workload';

/** A number that a rule rests on: the field disagrees on it, so it has a range and a source. */
export interface SizingConstant {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

/** Which end of a constant's range a rule takes, or the value between. */
export type Bound = 'low' | 'value' | 'high';

/** The best rate makes for the least of what is sized by it, and the worst rate for the most. */
export const OPPOSITE: Record<Bound, Bound> = { low: 'high', value: 'value', high: 'low' };

/** What the rules know of a kind of work. */
export interface WorkloadProfile {
  /** Records a second that one busy core gets through, at small records. */
  readonly recordsPerCore: SizingConstant;
  /** Cores that one slot can make use of. */
  readonly coresPerSlot: SizingConstant;
  /** All-to-all exchanges between operators; each needs network buffers. */
  readonly shuffles: number;
  /** Job vertices after chaining, source and sink included. */
  readonly vertices: number;
}

const CPU_BOUND: SizingConstant = {
  value: 1, low: 0.5, high: 1, source: 'tuning chapter §2: CPU-bound, one slot per core; below one core per slot busy time misleads the autoscaler',
};
const IO_BOUND: SizingConstant = {
  value: 2, low: 0.25, high: 2, source: 'tuning chapter §2: I/O-bound, one slot per two cores; AWS gives two to four slots to one core',
};

/** A slot's operators run in a handful of threads; more cores than this stand idle. */
export const MOST_CORES_PER_SLOT = 4;

/** The records-per-core figures: published estimators give the low end, Nexmark per core the high one. */
export const PROFILES: Record<WorkloadKind, WorkloadProfile> = {
  [WorkloadKind.STATELESS_TRANSFORMATION]: {
    recordsPerCore: { value: 60_000, low: 24_000, high: 175_000, source: 'flink-estimator "simple"; Nexmark q0–q2 per core' },
    coresPerSlot: CPU_BOUND,
    shuffles: 0,
    vertices: 1,
  },
  [WorkloadKind.ASYNC_ENRICHMENT]: {
    recordsPerCore: { value: 11_000, low: 5_000, high: 50_000, source: 'flink-estimator "medium", flink-studies "substantial"' },
    coresPerSlot: IO_BOUND,
    shuffles: 0,
    vertices: 2,
  },
  [WorkloadKind.DEDUPLICATION]: {
    recordsPerCore: { value: 22_000, low: 11_000, high: 54_000, source: 'flink-estimator "medium"; Nexmark q18 (last row by key) per core' },
    coresPerSlot: CPU_BOUND,
    shuffles: 1,
    vertices: 2,
  },
  [WorkloadKind.WINDOWED_AGGREGATION]: {
    recordsPerCore: { value: 11_000, low: 3_400, high: 33_000, source: 'StreamBed q5 and q11 per slot; Nexmark q5 and q11 per core' },
    coresPerSlot: CPU_BOUND,
    shuffles: 1,
    vertices: 2,
  },
  [WorkloadKind.STREAM_JOIN]: {
    recordsPerCore: { value: 10_000, low: 2_500, high: 25_000, source: 'flink-estimator "complex"; Nexmark q7, q9 and q20 per core' },
    coresPerSlot: CPU_BOUND,
    shuffles: 2,
    vertices: 4,
  },
  [WorkloadKind.PATTERN_DETECTION]: {
    recordsPerCore: { value: 8_000, low: 2_500, high: 25_000, source: 'flink-estimator "complex"; no measurement of CEP is published' },
    coresPerSlot: CPU_BOUND,
    shuffles: 1,
    vertices: 2,
  },
};

/** Bytes a second that one busy core reads, decodes, ships and writes. */
export const BYTES_PER_CORE: SizingConstant = {
  value: 20e6, low: 5e6, high: 100e6, source: 'AWS 5–10 MB/s and flink-studies 5–12 MB/s per core; Nexmark q0 about 23 MB/s',
};

/** Share of the time a slot may be busy at the stated rate; the rest catches up after a stop. */
export const TARGET_UTILIZATION: SizingConstant = {
  value: 0.65, low: 0.5, high: 0.77, source: 'operator autoscaler 0.6–0.7; AWS 1.3 times the need',
};

/** How much more CPU a tighter latency objective gets: [objective at most, factor]. */
export const LATENCY_FACTORS: { readonly steps: [seconds: number, factor: number][]; readonly source: string } = {
  steps: [[0.5, 1.5], [1, 1.2], [4.999, 1.1]],
  source: 'flink-estimator latency factors',
};

/** State up to this much lives on the heap when nobody asks for a backend, in MiB. */
export const HEAP_STATE_LIMIT: SizingConstant = {
  value: 256, low: 64, high: 2048, source: 'Flink docs, state backends: heap while state fits memory; no figure is given there',
};

/** Bytes of heap that one byte of serialized state takes as objects. */
export const HEAP_OBJECT_FACTOR: SizingConstant = {
  value: 3, low: 2, high: 5, source: 'our assumption; AWS plans 2–2.5 GB of state in a 4 GB unit',
};

/** Share of the state that is touched again and again and should sit in RocksDB's block cache. */
export const WORKING_SET: SizingConstant = {
  value: 0.1, low: 0.05, high: 0.25, source: 'RocksDB db_bench with skewed reads: 28 % hits with a cache of 0.2 % of the data, 90 % with 22 %',
};

/** Managed memory of one slot for RocksDB, in MiB. */
export const ROCKSDB_SLOT_FLOOR: SizingConstant = {
  value: 256, low: 128, high: 512, source: 'Justin grows 158 to 632 MB a slot; below 27.43 MiB Flink warns that RocksDB flushes constantly',
};
export const ROCKSDB_SLOT_CEILING: SizingConstant = {
  value: 2048, low: 1024, high: 8192, source: 'StreamBed: beyond 16 GiB a TaskManager nothing is gained',
};

/** Heap of one slot for user code and operators, without state, in MiB. */
export const SLOT_HEAP: SizingConstant = {
  value: 256, low: 128, high: 1024, source: 'Flink default of 1728 MiB leaves 384 MiB for one slot',
};

/** Task slots of one TaskManager. */
export const SLOTS_PER_TASK_MANAGER: SizingConstant = {
  value: 2, low: 1, high: 4, source: 'tuning chapter §2 and §4 use 2; Flink docs: one slot isolates best, several share the fixed parts of memory',
};

/** Upload of one TaskManager to checkpoint storage, in MiB a second. */
export const UPLOAD_RATE: SizingConstant = {
  value: 50, low: 20, high: 200, source: 'our assumption; measure it',
};

/** Share of the state that changes between two incremental checkpoints. */
export const CHANGED_SHARE: SizingConstant = {
  value: 0.1, low: 0.02, high: 0.5, source: 'our assumption; measure it',
};

/** Memory of a JobManager for each task that it coordinates, in MiB. */
export const JOB_MANAGER_PER_TASK: SizingConstant = {
  value: 2, low: 0.5, high: 4, source: 'our assumption; no source ties JobManager memory to tasks by a number',
};
