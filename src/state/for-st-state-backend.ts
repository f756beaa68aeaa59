import { Size } from 'cdk8s';
import { BackendOptions } from './backend-options';
import { boundBackend } from './bound-backend';
import { LocalDisk } from './local-disk';
import { StateBackend, StateBackendContext } from './state-backend';
import { StateLatencyTrackingProps } from './state-latency-tracking-props';
import { FlinkSetting } from '../flink/configuration/setting';
import { FlinkVersion } from '../flink/flink-version';
import { StateLocation } from '../sizing/facts/state-location';
import { StrategyConfig } from '../strategy/strategy-config';

const FORST = 'state.backend.forst';
/** Share of the local disk that the cache may fill; the rest is for jars, libraries and files on their way to the storage. */
const CACHE_SHARE = 0.75;

/**
 * How ForSt caches and reads the state. A value that cannot work is refused with `[state-backend-option]`, one that this
 * Flink does not know with `[option-of-later-version]`.
 */
export interface ForStStateBackendProps {
  /**
   * Disk for the cache, of each TaskManager.
   * @default LocalDisk.ephemeralClaim()
   */
  readonly disk?: LocalDisk;
  /**
   * The most that the cache may hold, from 64 MiB to what the disk does. Flink option `state.backend.forst.cache.size-based-limit`.
   * @default - three quarters of the disk
   */
  readonly cacheLimit?: Size;
  /**
   * What stays free on the disk whatever the limit. Flink option `state.backend.forst.cache.reserve-size`.
   * @default - Flink's own, 256 MiB
   */
  readonly cacheReserve?: Size;
  /**
   * Reads of a file that the cache has dropped until it is loaded again, from 1. Flink option `state.backend.forst.cache.lru.access-before-promote`.
   * @default - Flink's own, 6
   */
  readonly readsBeforeReload?: number;
  /**
   * Times that a file may be dropped until it is never loaded again, from 1. Flink option `state.backend.forst.cache.lru.promote-limit`.
   * @default - Flink's own, 3
   */
  readonly dropsBeforeBlock?: number;
  /**
   * Threads that read, for each stateful operator, from 1. Flink option `state.backend.forst.executor.read-io-parallelism`.
   * @default - Flink's own, 3
   */
  readonly readThreads?: number;
  /**
   * Jobs that flush and compact at one time, for each stateful operator, from 1. Flink option `state.backend.forst.thread.num`.
   * @default - Flink's own, 2
   */
  readonly backgroundThreads?: number;
  /**
   * Share of write buffers in the managed memory of a slot, above 0 and below 1. Flink option `state.backend.forst.memory.write-buffer-ratio`.
   * @default - Flink's own, 0.5
   */
  readonly writeBufferRatio?: number;
  /**
   * Filters that spare reads for absent keys. Flink option `state.backend.forst.use-bloom-filter`.
   * @default - Flink's own, false
   */
  readonly bloomFilter?: boolean;
  /**
   * Operators that read their state synchronously keep it on the local disk, which then must hold all of it. False lets
   * their reads wait for the storage. Flink 2.2 and newer. Flink option `state.backend.forst.sync.enforce-local`.
   * @default - Flink's own, true
   */
  readonly keepSynchronousStateLocal?: boolean;
  /**
   * How long state accesses take, as metrics.
   * @default - not measured
   */
  readonly latencyTracking?: StateLatencyTrackingProps;
}

/**
 * State beside the checkpoints, with a cache on the TaskManager's disk: for state that outgrows local disks.
 * Flink 2.0 and newer, where it is experimental, keeps it so for SQL with asynchronous state only.
 * It takes incremental checkpoints and native savepoints alone, knows no changelog and reads nothing from local copies.
 */
export class ForStStateBackend extends StateBackend {
  /** In the checkpoint storage. */
  public readonly location = StateLocation.REMOTE;

  constructor(private readonly props: ForStStateBackendProps = {}) {
    super({ disk: props.disk });
  }

  /** `state.backend.type: forst`, native savepoints and the cache. */
  public bind(context: StateBackendContext): StrategyConfig {
    const { props } = this;
    const to = new BackendOptions(this.constructor.name, context.flinkVersion);
    const at = (property: string, key: string, since?: FlinkVersion) => ({ property, key: `${FORST}.${key}`, since });
    const disk = context.localDisk?.mebibytes;
    const limit = at('cacheLimit', 'cache.size-based-limit');
    to.size(limit, props.cacheLimit, { least: Size.mebibytes(64), most: disk === undefined ? undefined : Size.mebibytes(disk) });
    to.size(at('cacheReserve', 'cache.reserve-size'), props.cacheReserve);
    to.count(at('readsBeforeReload', 'cache.lru.access-before-promote'), props.readsBeforeReload);
    to.count(at('dropsBeforeBlock', 'cache.lru.promote-limit'), props.dropsBeforeBlock);
    to.count(at('readThreads', 'executor.read-io-parallelism'), props.readThreads);
    to.count(at('backgroundThreads', 'thread.num'), props.backgroundThreads);
    to.decimal(at('writeBufferRatio', 'memory.write-buffer-ratio'), props.writeBufferRatio, (share) => share > 0 && share < 1, 'above 0 and below 1');
    to.onOff(at('bloomFilter', 'use-bloom-filter'), props.bloomFilter);
    to.onOff(at('keepSynchronousStateLocal', 'sync.enforce-local', FlinkVersion.V2_2), props.keepSynchronousStateLocal);
    const own: FlinkSetting[] = [
      { key: 'state.backend.type', value: 'forst', reason: 'state beside the checkpoints' },
      { key: 'execution.checkpointing.incremental', value: 'true', reason: 'ForSt knows no other' },
      { key: 'kubernetes.operator.savepoint.format.type', value: 'NATIVE', reason: 'ForSt refuses the operator\'s default format' },
      { key: 'table.exec.async-state.enabled', value: 'true', reason: 'without it ForSt keeps all state on the local disk' },
    ];
    if (props.cacheLimit === undefined && disk !== undefined) {
      own.push({ key: limit.key, value: `${Math.floor(disk * CACHE_SHARE)}m`, reason: 'its cache would fill the disk otherwise' });
    }
    return { ...boundBackend(this, context, own, to, props), since: FlinkVersion.V2_0 };
  }
}
