import { ProvenSetting } from '../flink/configuration/provenance';
import { FlinkVersion } from '../flink/flink-version';
import { EffectiveCluster } from '../operator/effective-cluster';
import { PlanFinding } from '../sizing/plan/plan-finding';
import { TuningPlan } from '../sizing/plan/tuning-plan';

/** Everything that can be told about one deployment. */
export interface Explained {
  readonly name: string;
  readonly flinkVersion: FlinkVersion;
  readonly plan: TuningPlan;
  /** The plan's, and what the strategies have found. */
  readonly findings: PlanFinding[];
  /** Properties that come from a place above, and which. */
  readonly inherited: ReadonlyMap<string, string>;
  /** Sorted by key, as the resource spells them. */
  readonly settings: ProvenSetting[];
  /** Sorted by key, each with the Secret and the key in it as its value. */
  readonly secretSettings: ProvenSetting[];
  readonly cluster: EffectiveCluster;
}

/** Columns of a report that nobody looks at in a terminal. */
export const WIDTH = 110;
