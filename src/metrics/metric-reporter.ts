import { StrategyConfig } from '../strategy/strategy-config';
import { StrategyContext } from '../strategy/strategy-context';

/** Where Flink's metrics go. Extend it for a reporter of your own. */
export abstract class MetricReporter {
  /** Settings under `metrics.reporter.<name>.`, `factory.class` among them, and pod needs of this reporter. Asked whenever a cluster is made or explained. */
  public abstract bind(context: StrategyContext): StrategyConfig;
}
