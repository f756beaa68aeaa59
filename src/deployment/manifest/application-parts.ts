import { lastStateAlone, statelessUpgrade, unreachableThreshold } from './availability-findings';
import { scheduleFindings } from './checkpoint-schedule-findings';
import { refuseJobAgainstWorkload, refuseUnreachableJar } from './refuse-job-against-cluster';
import { scalingContext } from './scaling-context';
import { upgradePolicySettings } from '../../availability/upgrade-policy-settings';
import { SettingRank } from '../../flink/configuration/provenance';
import { FlinkJobConfig } from '../../job/flink-job-config';
import { UpgradeMode } from '../../operator/flink-deployment-spec';
import { HorizontalPodAutoscalerSpec } from '../../scaling/scaling';
import { planSettings, RequestedPlan } from '../../sizing/plan/plan-settings';
import { StrategyContext } from '../../strategy/strategy-context';
import { ClusterParts } from '../cluster/cluster-parts';
import { refuseAgainstPlan } from '../cluster/refuse-against-plan';
import { takeStrategies } from '../cluster/take-strategies';
import { CompleteDeploymentProps } from '../defaults/complete-props';

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
  const cluster = new ClusterParts(context, props.image);
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
  const job = props.job._bind({ image: props.image, ...context });
  refuseJobAgainstWorkload(job, props.workload);
  cluster.take('job', job);
  refuseUnreachableJar(job, cluster);

  const derivedMode = props.highAvailability === undefined ? UpgradeMode.SAVEPOINT : UpgradeMode.LAST_STATE;
  const upgradeMode = props.job.props.upgradeMode ?? (snapshots ? derivedMode : UpgradeMode.STATELESS);
  cluster.take('upgradePolicy', {
    settings: upgradePolicySettings(props.upgradePolicy ?? {}, upgradeMode),
    findings: [...statelessUpgrade(plan.workload, upgradeMode), ...lastStateAlone(upgradeMode, props)],
  });
  const scaling = props.scaling?.bind({ upgradeMode, ...scalingContext(context, plan, props, jobManagers) }) ?? {};
  cluster.take(props.scaling?.constructor.name ?? 'scaling', scaling);

  const raw = props.flinkConfiguration ?? {};
  refuseAgainstPlan(raw, plan, [...decided.derived, ...decided.explicit]);
  cluster.configuration.addRaw(raw);
  cluster.findings.push(...unreachableThreshold(cluster.configuration));
  // The plan's own schedule holds; only one of somebody's own has to be looked at.
  if (Object.keys(raw).length > 0 || decided.explicit.some(({ key }) => key.startsWith('execution.checkpointing.'))) {
    cluster.findings.push(...scheduleFindings(cluster.configuration.values, requested));
  }
  const { taskManagers, horizontalPodAutoscaler } = scaling;
  return { cluster, job, upgradeMode, snapshots, jobManagers, taskManagers, horizontalPodAutoscaler };
}
