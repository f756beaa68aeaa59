import { FlinkVersion } from '../flink/flink-version';
import { ClusterMode } from '../operator/cluster-mode';
import { OperatorVersion } from '../operator/operator-version';

/** What every strategy may look at. */
export interface StrategyContext {
  /** The cluster's name, for objects and paths of its own. */
  readonly name: string;
  /** The version that the image runs, with its patch. */
  readonly flinkVersion: FlinkVersion;
  /** The operator that will read the resource. */
  readonly operatorVersion: OperatorVersion;
  /** Who starts the TaskManagers. */
  readonly mode: ClusterMode;
}
