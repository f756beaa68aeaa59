import { StrategyConfig } from '../strategy/strategy-config';

/** What a job brings: what the operator starts, and what that needs. */
export interface FlinkJobConfig extends StrategyConfig {
  readonly jarUri?: string;
  readonly entryClass?: string;
  readonly args?: string[];
}
