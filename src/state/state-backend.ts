import { LocalDisk } from './local-disk';
import { RocksDbPredefinedOptions } from './rocks-db-choices';
import { StateLocation } from '../sizing/facts/state-location';
import { RocksDbTuning } from '../sizing/memory/rocksdb-tuning';
import { StrategyConfig } from '../strategy/strategy-config';
import { StrategyContext } from '../strategy/strategy-context';
import { MemorySize } from '../units/memory-size';

/** What a state backend may look at. */
export interface StateBackendContext extends StrategyContext {
  /**
   * How the plan sets RocksDB up.
   * @default - the plan has the state elsewhere
   */
  readonly rocksDb?: RocksDbTuning;
  /** Whether checkpoints upload only what changed, by the plan or by whoever decided it. */
  readonly incrementalCheckpoints: boolean;
  /**
   * Disk of one TaskManager for the state and its copies.
   * @default - the plan has the state on the heap and no copies of it
   */
  readonly localDisk?: MemorySize;
  /**
   * Where checkpoints go, as a URI.
   * @default - nowhere: there are none
   */
  readonly checkpointDirectory?: string;
}

/** What the user of a state backend has decided; the plan decides the rest. */
export interface StateBackendDecisions {
  /**
   * Checkpoints upload only what changed. Flink option `execution.checkpointing.incremental`.
   * @default - derived by the plan
   */
  readonly incremental?: boolean;
  /**
   * TaskManagers keep a copy of the last snapshot on their disk and restart from it. On native Kubernetes a TaskManager that
   * died comes back under another name, so it helps only those that survived. Flink option `execution.state-recovery.from-local`.
   * @default - derived by the plan: for state on disk that must be back in time
   */
  readonly localRecovery?: boolean;
  /**
   * Disk of one TaskManager.
   * @default LocalDisk.ephemeralClaim()
   */
  readonly disk?: LocalDisk;
  /**
   * Filters that spare disk reads for absent keys. Flink option `state.backend.rocksdb.use-bloom-filter`.
   * @default - derived by the plan
   */
  readonly bloomFilter?: boolean;
  /**
   * Index and filters in parts, of which only the top stays in the cache. Filters then have ten bits for each key.
   * Flink option `state.backend.rocksdb.memory.partitioned-index-filters`.
   * @default - derived by the plan
   */
  readonly partitionedIndexFilters?: boolean;
  /**
   * Timers as objects on the heap, written whole and at once with each checkpoint.
   * Flink option `state.backend.rocksdb.timer-service.factory`.
   * @default - derived by the plan: for few timers
   */
  readonly timersOnHeap?: boolean;
  /**
   * Jobs that flush and compact at one time, for each stateful operator, from 1. Flink option `state.backend.rocksdb.thread.num`.
   * @default - derived by the plan
   */
  readonly backgroundThreads?: number;
  /**
   * Flink's options for a kind of disk. Flink option `state.backend.rocksdb.predefined-options`.
   * @default - derived by the plan from the kind of disk
   */
  readonly predefinedOptions?: RocksDbPredefinedOptions;
}

/**
 * Where and how Flink keeps the state that a job works on. Extend it for a backend of your own:
 * say where the state lives, so that the plan gives memory to the right pool, and `bind` the settings.
 */
export abstract class StateBackend {
  /** Where the state lives; decides which memory pool the plan makes large. */
  public abstract readonly location: StateLocation;

  constructor(
    /** What its user has decided. */
    public readonly decisions: StateBackendDecisions = {},
  ) {}

  /** Settings and pod needs of this backend for one deployment. Asked whenever that is made or explained. */
  public abstract bind(context: StateBackendContext): StrategyConfig;
}
