import { ClusterParts } from './cluster-parts';
import { FlinkClusterProps } from './flink-cluster-props';
import { checkpointSettings } from '../checkpointing/checkpoint-settings';
import { Checkpointing, SnapshotDirectories } from '../checkpointing/checkpointing';
import { SettingRank } from '../flink/configuration/provenance';
import { Refusal } from '../refusal';
import { StateLocation } from '../sizing/facts/state-location';
import { ForStStateBackend } from '../state/for-st-state-backend';
import { HashMapStateBackend } from '../state/hash-map-state-backend';
import { RocksDbStateBackend } from '../state/rocks-db-state-backend';
import { StateBackend, StateBackendContext } from '../state/state-backend';
import { StrategyContext } from '../strategy/strategy-context';

/** What a plan, of one job or of all jobs of a session, has to say to the state backend. */
export interface PlannedState extends Omit<StateBackendContext, keyof StrategyContext> {
  readonly stateLocation: StateLocation;
}

/** What else follows from the strategies. */
export interface TakenStrategies {
  /** False: a job has nothing to restore from. */
  readonly snapshots: boolean;
  readonly jobManagers?: number;
}

/** Asks the strategies that any cluster has, and puts their answers into its parts. */
export function takeStrategies(cluster: ClusterParts, props: FlinkClusterProps, { stateLocation, ...planned }: PlannedState): TakenStrategies {
  const { context } = cluster;
  const directories = takeCheckpointing(cluster, props.checkpointing);
  const stateBackend = props.stateBackend ?? stateBackendAt(stateLocation);
  cluster.take(stateBackend.constructor.name, stateBackend.bind({ ...context, ...planned, checkpointDirectory: directories?.checkpoints }));

  const { highAvailability } = props;
  const availability = highAvailability?.bind({ ...context, storageDirectory: directories?.highAvailability }) ?? {};
  cluster.take(highAvailability?.constructor.name ?? 'highAvailability', availability);

  for (const reporter of props.metricReporters ?? []) {
    cluster.take(reporter.constructor.name, reporter.bind(context));
  }
  cluster.take('pods', { pods: props.pods, jobManagerPods: props.jobManager?.pods, taskManagerPods: props.taskManager?.pods });
  return { snapshots: directories !== undefined, jobManagers: availability.jobManagers };
}

function takeCheckpointing(cluster: ClusterParts, checkpointing: Checkpointing): SnapshotDirectories | undefined {
  const storage = checkpointing.bind(cluster.context);
  const author = checkpointing.constructor.name;
  cluster.take(author, storage);
  const { directories } = storage;
  if (checkpointing.enabled && directories === undefined) {
    throw new Refusal({
      code: 'checkpoint-directory',
      what: `${author} stores checkpoints nowhere`,
      got: 'no directories from its bind',
      allowed: 'a directory for checkpoints and one for savepoints',
      fix: 'return `directories`, or use Checkpointing.disabled',
    });
  }
  if (directories !== undefined) {
    cluster.configuration.add(SettingRank.STRATEGY, author, checkpointSettings(checkpointing.schedule, directories));
  }
  return directories;
}

function stateBackendAt(location: StateLocation): StateBackend {
  switch (location) {
    case StateLocation.HEAP: return new HashMapStateBackend();
    case StateLocation.LOCAL_DISK: return new RocksDbStateBackend();
    case StateLocation.REMOTE: return new ForStStateBackend();
  }
}
