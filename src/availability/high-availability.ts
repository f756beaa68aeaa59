import { StrategyConfig } from '../strategy/strategy-config';
import { StrategyContext } from '../strategy/strategy-context';

/** What high availability may look at. */
export interface HighAvailabilityContext extends StrategyContext {
  /**
   * A directory beside the checkpoints, which outlives every pod.
   * @default - there are no checkpoints, or their storage names none
   */
  readonly storageDirectory?: string;
}

/** What high availability brings. */
export interface HighAvailabilityConfig extends StrategyConfig {
  /**
   * JobManagers: the leader and those that stand by.
   * @default 1
   */
  readonly jobManagers?: number;
}

/** How a new JobManager finds the job of the old one again. Extend it for a way of your own. */
export abstract class HighAvailability {
  /** Settings and pod needs. Asked whenever the cluster is made or explained. */
  public abstract bind(context: HighAvailabilityContext): HighAvailabilityConfig;
}
