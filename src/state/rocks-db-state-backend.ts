import { StateBackend, StateBackendConfig, StateBackendContext } from './state-backend';
import { FlinkSetting } from '../flink/configuration/setting';
import { StateLocation } from '../sizing/state-location';

/** How RocksDB keeps and snapshots the state. */
export interface RocksDbStateBackendProps {
  /**
   * Checkpoints upload only what changed since the last one. Flink option `execution.checkpointing.incremental`.
   * @default true
   */
  readonly incremental?: boolean;
  /**
   * Bloom filters spare a disk read for each key that a file does not hold; they live in the block cache.
   * Flink option `state.backend.rocksdb.use-bloom-filter`.
   * @default true
   */
  readonly bloomFilter?: boolean;
}

/**
 * State in RocksDB on the TaskManager's disk, cached in managed memory: for state that outgrows the heap.
 * The cache is sized by the plan through managed memory; Flink ignores `block.cache-size` while it manages the memory.
 */
export class RocksDbStateBackend extends StateBackend {
  /** On the local disk. */
  public readonly location = StateLocation.LOCAL_DISK;

  constructor(private readonly props: RocksDbStateBackendProps = {}) {
    super();
  }

  /** `state.backend.type: rocksdb` and the options given. */
  public bind(_context: StateBackendContext): StateBackendConfig {
    const settings: FlinkSetting[] = [
      { key: 'state.backend.type', value: 'rocksdb', reason: 'state on local disk, cached in managed memory' },
    ];
    if (this.props.incremental ?? true) {
      settings.push({ key: 'execution.checkpointing.incremental', value: 'true', reason: 'upload only what changed' });
    }
    if (this.props.bloomFilter ?? true) {
      settings.push({ key: 'state.backend.rocksdb.use-bloom-filter', value: 'true', reason: 'spare disk reads for absent keys' });
    }
    return { settings };
  }
}
