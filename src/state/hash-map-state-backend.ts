import { StateBackend, StateBackendContext } from './state-backend';
import { StateLocation } from '../sizing/facts/state-location';
import { StrategyConfig } from '../strategy/strategy-config';

/**
 * State as objects on the JVM heap: the fastest access, as long as it fits. Snapshots are always full;
 * there is no incremental checkpoint, so there is no option for one.
 */
export class HashMapStateBackend extends StateBackend {
  /** On the heap. */
  public readonly location = StateLocation.HEAP;

  /** `state.backend.type: hashmap`. */
  public bind(_context: StateBackendContext): StrategyConfig {
    return { settings: [{ key: 'state.backend.type', value: 'hashmap', reason: 'state as objects on the heap' }] };
  }
}
