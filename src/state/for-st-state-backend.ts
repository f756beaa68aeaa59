import { localStateVolume, WORKING_DIRECTORY } from './local-state-volume';
import { StateBackend, StateBackendContext } from './state-backend';
import { FlinkVersion } from '../flink/flink-version';
import { StateLocation } from '../sizing/facts/state-location';
import { StrategyConfig } from '../strategy/strategy-config';

/** Share of the local disk that the cache may fill; the rest is for jars, libraries and files on their way to the storage. */
const CACHE_SHARE = 0.75;

/**
 * State beside the checkpoints, with a cache on the TaskManager's disk: for state that outgrows local disks.
 * Flink 2.0 and newer, where it is experimental, keeps it so for SQL with asynchronous state only.
 */
export class ForStStateBackend extends StateBackend {
  /** In the checkpoint storage. */
  public readonly location = StateLocation.REMOTE;

  /** `state.backend.type: forst`, native savepoints and the cache. */
  public bind({ localDisk }: StateBackendContext): StrategyConfig {
    return {
      since: FlinkVersion.V2_0,
      settings: [
        { key: 'state.backend.type', value: 'forst', reason: 'state beside the checkpoints' },
        { key: 'execution.checkpointing.incremental', value: 'true', reason: 'ForSt knows no other' },
        { key: 'kubernetes.operator.savepoint.format.type', value: 'NATIVE', reason: 'ForSt refuses the operator\'s default format' },
        { key: 'table.exec.async-state.enabled', value: 'true', reason: 'without it ForSt keeps all state on the local disk' },
        ...(localDisk === undefined ? [] : [{
          key: 'state.backend.forst.cache.size-based-limit',
          value: `${Math.floor(localDisk.mebibytes * CACHE_SHARE)}m`,
          reason: 'its cache would fill the disk otherwise',
        }]),
        WORKING_DIRECTORY,
      ],
      taskManagerPods: localStateVolume(localDisk, undefined),
    };
  }
}
