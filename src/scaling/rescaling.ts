import { AdaptiveSchedulerOptions } from './adaptive-scheduler-options';
import { adaptiveSchedulerSettings } from './adaptive-scheduler-settings';
import { FlinkSetting } from '../flink/configuration/setting';
import { FlinkVersion } from '../flink/flink-version';

/** What happens when the autoscaler has found a better parallelism. */
export class Rescaling {
  /**
   * The running job takes it over, by Flink's adaptive scheduler; a restart from the newest checkpoint, without a new
   * deployment. Flink option `jobmanager.scheduler`, operator option `kubernetes.operator.job.upgrade.inplace-scaling.enabled`.
   * Refused with `[scaling-option-of-other-version]` and `[scaling-value]`.
   */
  public static inPlace(options: AdaptiveSchedulerOptions = {}): Rescaling {
    return new Rescaling(true, (flinkVersion) => [
      { key: 'jobmanager.scheduler', value: 'adaptive', reason: 'the scheduler that rescales a running job' },
      { key: 'kubernetes.operator.job.upgrade.inplace-scaling.enabled', value: 'true', reason: 'rescaled without a new deployment' },
      ...adaptiveSchedulerSettings(options, flinkVersion),
    ]);
  }

  /** The operator upgrades the job: it ends with a savepoint or at the newest checkpoint and is deployed anew. Refused on Flink 2 with `[autoscaler-without-effect]`. */
  public static byUpgrade(): Rescaling {
    return new Rescaling(true, () => [
      { key: 'kubernetes.operator.job.upgrade.inplace-scaling.enabled', value: 'false', reason: 'each rescale is an upgrade' },
    ]);
  }

  /** Nothing but an event that says so. Operator option `job.autoscaler.scaling.enabled`. */
  public static adviceOnly(): Rescaling {
    return new Rescaling(false, () => [{ key: 'job.autoscaler.scaling.enabled', value: 'false', reason: 'advice alone, nothing is rescaled' }]);
  }

  private constructor(
    /** False for advice alone. */
    public readonly acts: boolean,
    private readonly settings: (flinkVersion: FlinkVersion) => FlinkSetting[],
  ) {}

  /** @internal */
  public _settings(flinkVersion: FlinkVersion): FlinkSetting[] {
    return this.settings(flinkVersion);
  }
}
