import { Refusal, shown } from '../refusal';
import { isWhole } from '../units/whole-number';

/** How strictly pods are spread. */
export interface TopologySpreadOptions {
  /**
   * How many more pods one place may have than the one with the fewest; from 1, or refused with `[topology-spread]`.
   * @default 1
   */
  readonly maxSkew?: number;
  /**
   * A pod that would be one too many waits instead. A cluster whose pods wait does not start, so rather leave it unless
   * every place always has room.
   * @default false
   */
  readonly required?: boolean;
}

/** Pods of one role of one cluster, evenly over places: the JobManagers among themselves, the TaskManagers among themselves. */
export class TopologySpread {
  /** Over zones; nodes say theirs by `topology.kubernetes.io/zone`. */
  public static acrossZones(options: TopologySpreadOptions = {}): TopologySpread {
    return new TopologySpread('topology.kubernetes.io/zone', options);
  }

  /** Over nodes. */
  public static acrossNodes(options: TopologySpreadOptions = {}): TopologySpread {
    return new TopologySpread('kubernetes.io/hostname', options);
  }

  private constructor(private readonly topologyKey: string, private readonly options: TopologySpreadOptions) {
    const { maxSkew = 1 } = options;
    if (!isWhole(maxSkew, 1)) {
      throw new Refusal({
        code: 'topology-spread',
        what: 'maxSkew of a topology spread is a number of pods',
        got: shown(maxSkew),
        allowed: 'a whole number from 1',
        fix: 'leave it out for 1',
      });
    }
  }

  /**
   * @param matchLabels what only the pods to be spread have
   * @internal
   */
  public _render(matchLabels: Record<string, string>): Record<string, unknown> {
    const { maxSkew = 1, required = false } = this.options;
    return { maxSkew, topologyKey: this.topologyKey, whenUnsatisfiable: required ? 'DoNotSchedule' : 'ScheduleAnyway', labelSelector: { matchLabels } };
  }
}
