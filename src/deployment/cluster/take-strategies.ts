import { Duration } from 'cdk8s';
import { ClusterParts } from './cluster-parts';
import { floatingTag } from './floating-tag';
import { secretOptions } from './secret-flink-configuration';
import { takeReporters } from './take-reporters';
import { restServiceConfig } from '../../access/rest-service';
import { checkpointSettings } from '../../checkpointing/checkpoint-settings';
import { Checkpointing, SnapshotDirectories } from '../../checkpointing/checkpointing';
import { SettingRank } from '../../flink/configuration/provenance';
import { Refusal } from '../../refusal';
import { StateLocation } from '../../sizing/facts/state-location';
import { ForStStateBackend } from '../../state/for-st-state-backend';
import { HashMapStateBackend } from '../../state/hash-map-state-backend';
import { RocksDbStateBackend } from '../../state/rocks-db-state-backend';
import { StateBackend, StateBackendContext } from '../../state/state-backend';
import { StrategyContext } from '../../strategy/strategy-context';
import { serviceAccountNeeds } from '../accounts/service-account-needs';
import { authorOf, CompleteProps, InheritedProperty, placeOf } from '../defaults/complete-props';

/** What a plan, of one job or of all jobs of a session, has to say to the state backend. */
export interface PlannedState extends Omit<StateBackendContext, keyof StrategyContext> {
  readonly stateLocation: StateLocation;
  /** The longest pause before a restart. */
  readonly restartBackoffLimit?: Duration;
}

/** What else follows from the strategies. */
export interface TakenStrategies {
  /** False: a job has nothing to restore from. */
  readonly snapshots: boolean;
  readonly jobManagers?: number;
}

/** Asks the strategies that any cluster has, and puts their answers into its parts. */
export function takeStrategies(cluster: ClusterParts, props: CompleteProps, planned: PlannedState): TakenStrategies {
  const { context } = cluster;
  const { stateLocation, restartBackoffLimit, rocksDb, incrementalCheckpoints, localDisk } = planned;
  const { inherited } = props;
  inherited.configurations.forEach(({ from, flinkConfiguration }) => cluster.configuration.addDefaults(from, flinkConfiguration));
  inherited.pods.forEach((pods) => cluster.take('FlinkDefaults', { pods }));

  const directories = takeCheckpointing(cluster, props.checkpointing, authorOf(inherited, 'checkpointing', props.checkpointing));
  const stateBackend = props.stateBackend ?? stateBackendAt(stateLocation);
  const state = { rocksDb, incrementalCheckpoints, localDisk, checkpointDirectory: directories?.checkpoints, ...context };
  cluster.take(stateBackend.constructor.name, stateBackend.bind(state));

  const { highAvailability } = props;
  const availability = highAvailability?.bind({ storageDirectory: directories?.highAvailability, ...context }) ?? {};
  if (highAvailability !== undefined) {
    cluster.take(authorOf(inherited, 'highAvailability', highAvailability), availability);
  }

  const named = (property: InheritedProperty) => property + placeOf(inherited, property);
  cluster.take(named('restartStrategy'), props.restartStrategy?._bind(restartBackoffLimit) ?? {});
  cluster.take(named('operatorRecovery'), props.operatorRecovery?._bind() ?? {});
  takeReporters(cluster, props);
  cluster.take(named('jvm'), props.jvm?._bind() ?? {});
  cluster.take(named('tls'), props.tls?._bind() ?? {});
  cluster.take('ingress', props.ingress?._bind() ?? {});
  cluster.take('restService', props.restService === undefined ? {} : restServiceConfig(props.restService, context));
  cluster.take('pods', { pods: props.pods, jobManagerPods: props.jobManager?.pods, taskManagerPods: props.taskManager?.pods });
  cluster.take('secretFlinkConfiguration', secretOptions(context, props.secretFlinkConfiguration ?? {}));
  cluster.take('serviceAccount', serviceAccountNeeds(context, props.serviceAccount));
  cluster.findings.push(...floatingTag(inherited.writtenImage, cluster));
  return { snapshots: directories !== undefined, jobManagers: availability.jobManagers };
}

function takeCheckpointing(cluster: ClusterParts, checkpointing: Checkpointing, author: string): SnapshotDirectories | undefined {
  const storage = checkpointing.bind(cluster.context);
  cluster.take(author, storage);
  const { directories } = storage;
  if (checkpointing.enabled && directories === undefined) {
    throw new Refusal({
      code: 'checkpoint-directory',
      what: `${checkpointing.constructor.name} stores checkpoints nowhere`,
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
