import { UpgradeMode } from '../operator/flink-deployment-spec';
import { PlanFinding } from '../sizing/plan/plan-finding';
import { Workload } from '../workload/workload';

/** Somebody may want it once; left in place, it costs the state at every change. */
export function statelessUpgrade({ stateful, kind }: Workload, mode: UpgradeMode): PlanFinding[] {
  return !stateful || mode !== UpgradeMode.STATELESS ? [] : [{
    code: 'stateless-upgrade',
    message: `upgrade mode stateless drops the state of a ${kind} with every change of the deployment, although there are checkpoints`,
    fix: 'leave upgradeMode out, or set it back once the state has been dropped on purpose',
  }];
}
