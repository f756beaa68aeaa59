import { Construct } from 'constructs';
import { FlinkVersion } from '../../flink/flink-version';
import { refuseName } from '../../operator/admission/names';
import { ClusterMode } from '../../operator/cluster-mode';
import { OperatorVersion } from '../../operator/operator-version';
import { ClusterNetwork } from '../../security/cluster-network';
import { StateLocation } from '../../sizing/facts/state-location';
import { FlinkSessionAttributes } from '../props/flink-session-attributes';
import { IFlinkSession } from '../tree/flink-session';

const USUAL: ClusterNetwork = { restPort: 8081, rpcPort: 6123, blobPort: 6124, jobManagerPorts: [], taskManagerPorts: [], leaderInKubernetes: false };

/** A session cluster that another app has made; nothing is emitted for it. */
export class ImportedFlinkSession extends Construct implements IFlinkSession {
  public readonly name: string;
  public readonly flinkVersion: FlinkVersion;
  public readonly operatorVersion: OperatorVersion;
  public readonly operatorConfiguration: { [key: string]: string };
  public readonly mode: ClusterMode;
  public readonly network: ClusterNetwork;
  public readonly taskSlots: number;
  public readonly stateLocation: StateLocation;
  public readonly snapshots: boolean;

  constructor(scope: Construct, id: string, props: FlinkSessionAttributes) {
    refuseName(props.name);
    super(scope, id);
    this.name = props.name;
    this.flinkVersion = props.flinkVersion;
    this.operatorVersion = props.operatorVersion ?? OperatorVersion.V1_16;
    this.operatorConfiguration = props.operatorConfiguration ?? {};
    this.mode = props.mode ?? ClusterMode.NATIVE;
    this.network = props.network ?? USUAL;
    this.taskSlots = props.taskSlots;
    this.stateLocation = props.stateLocation;
    this.snapshots = props.snapshots;
  }
}
