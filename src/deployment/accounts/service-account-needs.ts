import { IServiceAccount } from 'cdk8s-plus-28';
import { FlinkServiceAccount } from './flink-service-account';
import { ClusterMode } from '../../operator/cluster-mode';
import { Refusal } from '../../refusal';
import { StrategyConfig } from '../../strategy/strategy-config';
import { StrategyContext } from '../../strategy/strategy-context';

/** What an account of ours needs of the pods; nothing of one that is only known by name. */
export function serviceAccountNeeds({ mode }: StrategyContext, account: IServiceAccount | undefined): StrategyConfig {
  if (!(account instanceof FlinkServiceAccount)) {
    return {};
  }
  if (account.mode === ClusterMode.STANDALONE && mode === ClusterMode.NATIVE) {
    throw new Refusal({
      code: 'service-account-mode',
      what: 'the role of this service account does not let Flink start TaskManagers',
      got: `${account.name}, made for standalone clusters`,
      allowed: 'an account made for native clusters',
      fix: 'leave mode of the FlinkServiceAccount out, or run the cluster in ClusterMode.STANDALONE',
    });
  }
  const { podLabels: labels } = account;
  return Object.keys(labels).length === 0 ? {} : { pods: { labels } };
}
