import { Size } from 'cdk8s';
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
   * @default - the plan has the state on the heap
   */
  readonly localDisk?: MemorySize;
}

/** What the user of a state backend has decided; the plan decides the rest. */
export interface StateBackendDecisions {
  /**
   * Checkpoints upload only what changed.
   * @default - derived by the plan
   */
  readonly incremental?: boolean;
  /**
   * Filters that spare disk reads for absent keys.
   * @default - derived by the plan
   */
  readonly bloomFilter?: boolean;
  /**
   * Disk of one TaskManager for the state.
   * @default - derived by the plan
   */
  readonly localDisk?: Size;
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
