import { refuseAgainstPlan } from './refuse-against-plan';
import { TunedFlinkDeploymentProps } from './tuned-flink-deployment-props';
import { checkpointSettings } from '../checkpointing/checkpoint-settings';
import { FlinkConfiguration } from '../flink/configuration/flink-configuration';
import { SettingRank } from '../flink/configuration/provenance';
import { FlinkSetting } from '../flink/configuration/setting';
import { FlinkVersion } from '../flink/flink-version';
import { PodContribution } from '../pods/pod-contribution';
import { Refusal } from '../refusal';
import { StateLocation } from '../sizing/facts/state-location';
import { planSettings, RequestedPlan } from '../sizing/plan/plan-settings';
import { ForStStateBackend } from '../state/for-st-state-backend';
import { HashMapStateBackend } from '../state/hash-map-state-backend';
import { RocksDbStateBackend } from '../state/rocks-db-state-backend';
import { StateBackend } from '../state/state-backend';

/** All that the plan and the strategies have to say about one deployment. */
export interface BoundStrategies {
  readonly configuration: FlinkConfiguration;
  readonly pods: PodContribution[];
  /** What the TaskManagers' pods need beside it. */
  readonly taskManagerPods: PodContribution[];
  /** False: the job has nothing to restore from. */
  readonly snapshots: boolean;
}

/** What the answers of all kinds of strategies have in common. */
interface StrategyConfig {
  readonly settings?: FlinkSetting[];
  readonly pods?: PodContribution;
  readonly since?: FlinkVersion;
}

/** Asks each strategy once and puts the answers together; none of them sees another. */
export function bindStrategies(
  name: string, flinkVersion: FlinkVersion, requested: RequestedPlan, props: TunedFlinkDeploymentProps,
): BoundStrategies {
  const { plan } = requested;
  const decided = planSettings(requested);
  const configuration = new FlinkConfiguration()
    .add(SettingRank.SIZING, 'the plan', decided.derived)
    .add(SettingRank.PROPERTY, 'your properties', decided.explicit);
  const pods: PodContribution[] = [];
  const take = (strategy: object, config: StrategyConfig) => {
    refuseOlderFlink(strategy.constructor.name, flinkVersion, config.since);
    configuration.add(SettingRank.STRATEGY, strategy.constructor.name, config.settings ?? []);
    pods.push(config.pods ?? {});
  };

  const stateBackend = props.stateBackend ?? stateBackendAt(plan.stateLocation);
  const backend = stateBackend.bind({ flinkVersion, plan });
  take(stateBackend, backend);

  const { checkpointing } = props;
  const storage = checkpointing.bind({ name, flinkVersion });
  const { directories } = storage;
  take(checkpointing, storage);
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
    configuration.add(SettingRank.STRATEGY, checkpointing.constructor.name, checkpointSettings(checkpointing.schedule, directories));
  }

  for (const reporter of props.metricReporters ?? []) {
    take(reporter, reporter.bind({ flinkVersion }));
  }
  const raw = props.flinkConfiguration ?? {};
  refuseAgainstPlan(raw, plan, [...decided.derived, ...decided.explicit]);
  configuration.addRaw(raw);
  const taskManagerPods = backend.taskManagerPods === undefined ? [] : [backend.taskManagerPods];
  return { configuration, pods, taskManagerPods, snapshots: directories !== undefined };
}

function stateBackendAt(location: StateLocation): StateBackend {
  switch (location) {
    case StateLocation.HEAP: return new HashMapStateBackend();
    case StateLocation.LOCAL_DISK: return new RocksDbStateBackend();
    case StateLocation.REMOTE: return new ForStStateBackend();
  }
}

function refuseOlderFlink(strategy: string, flinkVersion: FlinkVersion, since: FlinkVersion | undefined): void {
  if (since !== undefined && !flinkVersion.isAtLeast(since)) {
    throw new Refusal({
      code: 'strategy-of-later-version',
      what: `this Flink does not have what ${strategy} stands for`,
      got: flinkVersion.toString(),
      allowed: `${since} and newer`,
      fix: 'use another strategy, or a newer Flink',
    });
  }
}
