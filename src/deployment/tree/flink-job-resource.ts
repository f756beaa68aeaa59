import { IConstruct } from 'constructs';
import { OperatorVersion } from '../../operator/operator-version';
import { StateLocation } from '../../sizing/facts/state-location';

/** A resource of the operator that runs one job. */
export interface IFlinkJobResource extends IConstruct {
  /** Its kind: `FlinkDeployment` or `FlinkSessionJob`. */
  readonly kind: string;
  /** Its name. */
  readonly name: string;
  /** Where the state of the job lives. */
  readonly stateLocation: StateLocation;
  /** True: the job takes checkpoints, and there is a directory for savepoints. */
  readonly snapshots: boolean;
  /** The operator that reads it. */
  readonly operatorVersion: OperatorVersion;
}
