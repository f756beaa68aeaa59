import { FlinkSetting } from '../flink/configuration/setting';
import { FlinkVersion } from '../flink/flink-version';
import { PodContribution } from '../pods/pod-contribution';

/** What a reporter may look at. */
export interface MetricReporterContext {
  /** The version that the image runs. */
  readonly flinkVersion: FlinkVersion;
}

/** What a reporter brings. */
export interface MetricReporterConfig {
  /** Settings under `metrics.reporter.<name>.`; `factory.class` among them. */
  readonly settings: FlinkSetting[];
  /**
   * What it needs of the pods of both roles.
   * @default - nothing
   */
  readonly pods?: PodContribution;
  /**
   * The oldest Flink that has it; with an older one the deployment is refused with `[strategy-of-later-version]`.
   * @default - every version has it
   */
  readonly since?: FlinkVersion;
}

/** Where Flink's metrics go. Extend it for a reporter of your own. */
export abstract class MetricReporter {
  /** Settings and pod needs of this reporter for one deployment. Asked whenever that is made or explained. */
  public abstract bind(context: MetricReporterContext): MetricReporterConfig;
}
