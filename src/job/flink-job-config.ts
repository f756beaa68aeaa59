import { StrategyConfig } from '../strategy/strategy-config';

/** What a job is made of. */
export type JobKind = 'jar' | 'python' | 'sql';

/** What a job brings: what the operator starts, and what that needs. */
export interface FlinkJobConfig extends StrategyConfig {
  readonly kind: JobKind;
  readonly jarUri?: string;
  readonly entryClass?: string;
  readonly args?: string[];
  /** Scheme of a file system that the JobManager fetches the jar with, unless the image brings it. */
  readonly fetchedFrom?: string;
}
