import { StrategyContext } from '../strategy/strategy-context';

/** What a job may look at. */
export interface JobContext extends StrategyContext {
  /** The image of the cluster. */
  readonly image: string;
}
