import { FlinkVersion } from '../../flink/flink-version';
import { ClusterMode } from '../../operator/cluster-mode';
import { OperatorVersion } from '../../operator/operator-version';
import { ClusterNetwork } from '../../security/cluster-network';
import { StateLocation } from '../../sizing/facts/state-location';

/** What jobs have to know of a session cluster that another app has made. */
export interface FlinkSessionAttributes {
  /** Name of its FlinkDeployment, in the namespace of the jobs. Refused with `[deployment-name]`. */
  readonly name: string;
  /** The Flink of its pods. */
  readonly flinkVersion: FlinkVersion;
  /** Slots of one of its TaskManagers. */
  readonly taskSlots: number;
  /** Where its state backend keeps state. */
  readonly stateLocation: StateLocation;
  /** True: it has directories for checkpoints and savepoints. */
  readonly snapshots: boolean;
  /**
   * The operator of the cluster.
   * @default OperatorVersion.V1_16
   */
  readonly operatorVersion?: OperatorVersion;
  /**
   * The operator's own configuration, as its Helm chart's `defaultConfiguration` has it; decides for example which jars it fetches.
   * @default - nothing configured
   */
  readonly operatorConfiguration?: { [key: string]: string };
  /**
   * Who starts its TaskManagers.
   * @default ClusterMode.NATIVE
   */
  readonly mode?: ClusterMode;
  /**
   * What its pods answer on.
   * @default - Flink's usual ports, without metrics and without high availability
   */
  readonly network?: ClusterNetwork;
}
