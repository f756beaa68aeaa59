import { BackendOptions, withoutEffect } from './backend-options';
import { boundBackend } from './bound-backend';
import { ChangelogProps } from './changelog-props';
import { LocalDisk } from './local-disk';
import { StateBackend, StateBackendContext } from './state-backend';
import { StateLatencyTrackingProps } from './state-latency-tracking-props';
import { StateLocation } from '../sizing/facts/state-location';
import { StrategyConfig } from '../strategy/strategy-config';

/** What may be decided about state on the heap. */
export interface HashMapStateBackendProps {
  /**
   * TaskManagers keep a copy of the last checkpoint on their disk and restart from it. On native Kubernetes a TaskManager that
   * died comes back under another name, so it helps only those that survived. Flink option `execution.state-recovery.from-local`.
   * @default false
   */
  readonly localRecovery?: boolean;
  /**
   * Disk for these copies; refused with `[state-option-without-effect]` without them.
   * @default LocalDisk.ephemeralClaim()
   */
  readonly disk?: LocalDisk;
  /**
   * How long state accesses take, as metrics.
   * @default - not measured
   */
  readonly latencyTracking?: StateLatencyTrackingProps;
  /**
   * Changes are also written to a log, so that checkpoints are short.
   * @default - no log
   */
  readonly changelog?: ChangelogProps;
}

/**
 * State as objects on the JVM heap: the fastest access, as long as it fits. Snapshots are always full;
 * there is no incremental checkpoint, so there is no option for one.
 */
export class HashMapStateBackend extends StateBackend {
  /** On the heap. */
  public readonly location = StateLocation.HEAP;

  constructor(private readonly props: HashMapStateBackendProps = {}) {
    super({ localRecovery: props.localRecovery, disk: props.disk });
  }

  /** `state.backend.type: hashmap`, and a disk where there are copies. */
  public bind(context: StateBackendContext): StrategyConfig {
    const { disk, localRecovery } = this.props;
    const name = this.constructor.name;
    if (disk !== undefined && localRecovery !== true) {
      throw withoutEffect('disk', name, 'without copies for local recovery', 'set localRecovery: true, or leave it out');
    }
    const own = [{ key: 'state.backend.type', value: 'hashmap', reason: 'state as objects on the heap' }];
    return boundBackend(this, context, own, new BackendOptions(name, context.flinkVersion), this.props);
  }
}
