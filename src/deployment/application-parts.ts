import { lastStateAlone, statelessUpgrade, unreachableThreshold } from './availability-findings';
import { scheduleFindings } from './checkpoint-schedule-findings';
import { ClusterParts } from './cluster-parts';
import { CompleteDeploymentProps } from './complete-props';
import { refuseAgainstPlan } from './refuse-against-plan';
import { refuseJobAgainstWorkload, refuseUnreachableJar } from './refuse-job-against-cluster';
import { scalingContext } from './scaling-context';
import { takeStrategies } from './take-strategies';
import { upgradePolicySettings } from '../availability/upgrade-policy-settings';
import { SettingRank } from '../flink/configuration/provenance';
import { FlinkJobConfig } from '../job/flink-job-config';
import { UpgradeMode } from '../operator/flink-deployment-spec';
import { HorizontalPodAutoscalerSpec } from '../scaling/scaling';
import { planSettings, RequestedPlan } from '../sizing/plan/plan-settings';
import { StrategyContext } from '../strategy/strategy-context';

/** All that the plan and the strategies have to say about one application cluster. */
export interface ApplicationParts {
  readonly cluster: ClusterParts;
  readonly job: FlinkJobConfig;
  readonly upgradeMode: UpgradeMode;
  /** False: the job has nothing to restore from. */
  readonly snapshots: boolean;
  readonly jobManagers?: number;
  readonly taskManagers?: number;
  readonly horizontalPodAutoscaler?: HorizontalPodAutoscalerSpec;
}

/** Asks each strategy once and puts the answers together. */
export function applicationParts(context: StrategyContext, requested: RequestedPlan, props: CompleteDeploymentProps): ApplicationParts {
  const { plan } = requested;
  const decided = planSettings(requested, { restarts: props.restartStrategy === undefined });
  const cluster = new ClusterParts(context);
  cluster.configuration
    .add(SettingRank.SIZING, 'the plan', decided.derived)
    .add(SettingRank.PROPERTY, 'your properties', decided.explicit);

  const { snapshots, jobManagers } = takeStrategies(cluster, props, {
    stateLocation: plan.stateLocation,
    rocksDb: plan.rocksDb,
    incrementalCheckpoints: plan.checkpoints?.incremental ?? false,
    localDisk: plan.localDisk,
    restartBackoffLimit: plan.restartBackoffLimit,
  });
  const job = props.job._bind({ ...context, image: props.image });
  refuseJobAgainstWorkload(job, props.workload);
  cluster.take('job', job);
  refuseUnreachableJar(job, cluster);

  const derivedMode = props.highAvailability === undefined ? UpgradeMode.SAVEPOINT : UpgradeMode.LAST_STATE;
  const upgradeMode = props.job.props.upgradeMode ?? (snapshots ? derivedMode : UpgradeMode.STATELESS);
  cluster.take('upgradePolicy', {
    settings: upgradePolicySettings(props.upgradePolicy ?? {}, upgradeMode),
    findings: [...statelessUpgrade(plan.workload, upgradeMode), ...lastStateAlone(upgradeMode, props)],
  });
  const scaling = props.scaling?.bind({ ...scalingContext(context, plan, props, jobManagers), upgradeMode }) ?? {};
  cluster.take(props.scaling?.constructor.name ?? 'scaling', scaling);

  const raw = props.flinkConfiguration ?? {};
  refuseAgainstPlan(raw, plan, [...decided.derived, ...decided.explicit]);
  cluster.configuration.addRaw(raw);
  const settings = cluster.configuration.values;
  cluster.findings.push(...unreachableThreshold(settings), ...scheduleFindings(settings, requested));
  const { taskManagers, horizontalPodAutoscaler } = scaling;
  return { cluster, job, upgradeMode, snapshots, jobManagers, taskManagers, horizontalPodAutoscaler };
}
