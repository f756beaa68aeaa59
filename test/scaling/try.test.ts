import { deploymentOf } from '../deployment/sample-deployment';
import { Autoscaler, ClusterMode, FlinkVersion, OperatorVersion, ReactiveScaling } from 'cdk8s-flink';
test('try', () => {
  for (const operatorVersion of [OperatorVersion.V1_10, OperatorVersion.V1_16]) {
    const d = deploymentOf({ scaling: new Autoscaler(), operatorVersion });
    process.stdout.write(JSON.stringify(d.toJson().spec.flinkConfiguration, null, 1) + JSON.stringify(d.findings));
  }
  const r = deploymentOf({ mode: ClusterMode.STANDALONE, flinkVersion: FlinkVersion.V2_1, scaling: new ReactiveScaling({ horizontalPodAutoscaler: { max: 8 } }) });
  process.stdout.write(JSON.stringify(r.toJson().spec.taskManager.replicas) + JSON.stringify(r.findings) + r.explain());
});
