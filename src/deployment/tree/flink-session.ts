import { IFlinkCluster } from './flink-cluster';
import { StateLocation } from '../../sizing/facts/state-location';

/** A session cluster: jobs come and go on it. */
export interface IFlinkSession extends IFlinkCluster {
  /** Slots of one of its TaskManagers. */
  readonly taskSlots: number;
  /** Where its state backend keeps the state of every job. */
  readonly stateLocation: StateLocation;
  /** True: it has directories for checkpoints and savepoints. */
  readonly snapshots: boolean;
}
