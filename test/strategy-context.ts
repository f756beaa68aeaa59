import { ClusterMode, FlinkVersion, OperatorVersion, StrategyContext } from 'cdk8s-flink';

/** What a strategy is bound to; a case changes what it is about. */
export const CONTEXT: StrategyContext = {
  name: 'some-job',
  flinkVersion: FlinkVersion.V1_20,
  operatorVersion: OperatorVersion.V1_16,
  mode: ClusterMode.NATIVE,
};
