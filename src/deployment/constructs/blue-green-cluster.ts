import { Construct } from 'constructs';
import { FlinkVersion } from '../../flink/flink-version';
import { ClusterMode } from '../../operator/cluster-mode';
import { OperatorVersion } from '../../operator/operator-version';
import { ClusterNetwork } from '../../security/cluster-network';
import { StrategyContext } from '../../strategy/strategy-context';
import { IFlinkCluster } from '../tree/flink-cluster';

/** One of the two clusters that the operator makes of a blue/green deployment; nothing is emitted for it. */
export class BlueGreenCluster extends Construct implements IFlinkCluster {
  public readonly name: string;
  public readonly flinkVersion: FlinkVersion;
  public readonly operatorVersion: OperatorVersion;
  public readonly mode: ClusterMode;

  constructor(
    scope: Construct, colour: 'blue' | 'green', context: StrategyContext,
    public readonly operatorConfiguration: { [key: string]: string }, private readonly networkOf: () => ClusterNetwork,
  ) {
    super(scope, colour);
    this.name = `${context.name}-${colour}`;
    this.flinkVersion = context.flinkVersion;
    this.operatorVersion = context.operatorVersion;
    this.mode = context.mode;
  }

  public get network(): ClusterNetwork {
    return this.networkOf();
  }
}
