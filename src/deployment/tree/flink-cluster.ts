import { IConstruct } from 'constructs';
import { FlinkVersion } from '../../flink/flink-version';
import { ClusterMode } from '../../operator/cluster-mode';
import { OperatorVersion } from '../../operator/operator-version';
import { ClusterNetwork } from '../../security/cluster-network';

/** A Flink cluster that others build on. */
export interface IFlinkCluster extends IConstruct {
  /** Name of the FlinkDeployment, which Flink takes for its cluster's id. */
  readonly name: string;
  /** The Flink of its pods. */
  readonly flinkVersion: FlinkVersion;
  /** The operator that reads it. */
  readonly operatorVersion: OperatorVersion;
  /** What that operator has under every resource, from its own configuration. */
  readonly operatorConfiguration: { [key: string]: string };
  /** Who starts its TaskManagers. */
  readonly mode: ClusterMode;
  /** What its pods answer on. */
  readonly network: ClusterNetwork;
}
