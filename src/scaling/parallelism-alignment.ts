import { AutoscalerPlugin } from './autoscaler-plugin';
import { pluginSettings } from './plugin-settings';
import { refuseOfOtherVersion } from './scaling-values';
import { FlinkSetting } from '../flink/configuration/setting';
import { OperatorVersion } from '../operator/operator-version';

const MODE = 'scaling.parallelism-alignment.mode';
/** What operator 1.16 replaced. */
const ADJUST_MODE = 'job.autoscaler.scaling.key-group.partitions.adjust.mode';
const REASON = 'how a parallelism is fitted to key groups and partitions';

/** How the autoscaler fits the parallelism of sources and keyed vertices to their partitions and key groups. */
export class ParallelismAlignment {
  /** The next parallelism that takes load off each subtask, a divisor if one is near. The default of operator 1.16, which is the first that has it. */
  public static readonly BALANCED = new ParallelismAlignment('BALANCED', OperatorVersion.V1_16);
  /** Divisors alone, so that every subtask gets as much. The default of operators 1.11 to 1.15. */
  public static readonly EVENLY_SPREAD = new ParallelismAlignment('EVENLY_SPREAD', OperatorVersion.V1_11, 'EVENLY_SPREAD');
  /** As many as the load needs, divisor or not. Operator 1.11 and newer; `BALANCED` takes its place in 1.16. */
  public static readonly MAXIMIZE_UTILIZATION = new ParallelismAlignment(undefined, OperatorVersion.V1_11, 'MAXIMIZE_UTILISATION');
  /** None. Operator 1.16 and newer. */
  public static readonly OFF = new ParallelismAlignment('OFF', OperatorVersion.V1_16);

  /** A class of your own. Operator 1.16 and newer. */
  public static custom(plugin: AutoscalerPlugin): ParallelismAlignment {
    return new ParallelismAlignment(plugin.name, OperatorVersion.V1_16, undefined, plugin);
  }

  private constructor(
    private readonly mode: string | undefined,
    private readonly since: OperatorVersion,
    private readonly adjustMode?: string,
    private readonly plugin?: AutoscalerPlugin,
  ) {}

  /**
   * In the spelling of a release.
   * @internal
   */
  public _settings(release: OperatorVersion): FlinkSetting[] {
    refuseOfOtherVersion('vertices.alignment of Autoscaler', this, release._isAtLeast(this.since), release.toString(), `${this.since} and newer`);
    const current = this.mode !== undefined && release._isAtLeast(OperatorVersion.V1_16);
    return [
      ...current ? [{ key: `job.autoscaler.${MODE}`, value: this.mode!, reason: REASON }] : [{ key: ADJUST_MODE, value: this.adjustMode!, reason: REASON }],
      ...this.plugin === undefined ? [] : pluginSettings(MODE, this.plugin),
    ];
  }
}
