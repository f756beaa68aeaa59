import { WorkloadKind } from '../../workload/workload-kind';

/** What the rules know of a kind of work. */
export interface WorkloadProfile {
  /** Job vertices after chaining, source and sink included. */
  readonly operators: number;
  /** Exchanges between operators, each with network buffers. */
  readonly shuffles: number;
  /** Exchanges that one record passes: those of a join lie beside each other. */
  readonly passes: number;
  /** Accesses to state for each record that reaches it, timers included; on RocksDB each of them reads or writes bytes. */
  readonly stateAccesses: number;
  /** State descriptors; on RocksDB a column family each. */
  readonly states: number;
  /** Timers that wait for each key, on average. */
  readonly timersPerKey: number;
  /** True where keys are looked up that are often absent: bloom filters spare a read for each file. */
  readonly looksUpAbsentKeys: boolean;
  /** Bytes of state for a key: so many, and so many times a record. */
  readonly bytesPerKey: { readonly fixed: number; readonly records: number };
  /** True where every record is kept for its time to live: a key then has as many as come within it. */
  readonly keepsEachRecord: boolean;
  /** Cores that one slot can make use of: two where the threads of a client work beside the task. */
  readonly coresPerSlot: number;
}

const STATELESS: WorkloadProfile = {
  operators: 1,
  shuffles: 0,
  passes: 0,
  stateAccesses: 0,
  states: 0,
  timersPerKey: 0,
  looksUpAbsentKeys: false,
  bytesPerKey: { fixed: 0, records: 0 },
  keepsEachRecord: false,
  coresPerSlot: 1,
};
const KEYED: WorkloadProfile = {
  ...STATELESS, operators: 2, shuffles: 1, passes: 1, stateAccesses: 1, states: 1, looksUpAbsentKeys: true, bytesPerKey: { fixed: 64, records: 0 },
};
const JOIN: WorkloadProfile = { ...KEYED, operators: 4, shuffles: 2, states: 2, bytesPerKey: { fixed: 32, records: 1 } };

/** Tuning chapter §2: work that waits on other systems gets one slot per two cores. AWS gives two to four slots to one core. */
const WAITING = 2;

export const PROFILES: Record<WorkloadKind, WorkloadProfile> = {
  [WorkloadKind.STATELESS_TRANSFORMATION]: STATELESS,
  [WorkloadKind.FAN_OUT]: STATELESS,
  [WorkloadKind.ASYNC_ENRICHMENT]: { ...STATELESS, operators: 2, coresPerSlot: WAITING },
  [WorkloadKind.DEDUPLICATION]: KEYED,
  [WorkloadKind.WINDOWED_AGGREGATION]: { ...KEYED, stateAccesses: 2, states: 2, timersPerKey: 1, bytesPerKey: { fixed: 128, records: 0 } },
  [WorkloadKind.UNBOUNDED_AGGREGATION]: { ...KEYED, looksUpAbsentKeys: false, bytesPerKey: { fixed: 128, records: 0 } },
  [WorkloadKind.INTERVAL_JOIN]: { ...JOIN, stateAccesses: 3, states: 3, timersPerKey: 1, keepsEachRecord: true },
  [WorkloadKind.TEMPORAL_JOIN]: { ...JOIN, stateAccesses: 2, timersPerKey: 1 },
  [WorkloadKind.REGULAR_JOIN]: { ...JOIN, stateAccesses: 4 },
  [WorkloadKind.PATTERN_DETECTION]: { ...KEYED, stateAccesses: 4, states: 3, timersPerKey: 1, bytesPerKey: { fixed: 128, records: 2 } },
};
