import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { ApplicationParts } from '../manifest/application-parts';

/** Makes the autoscaler of Kubernetes that the scaling asks for, which works on the scale sub-resource of the deployment. */
export function horizontalPodAutoscaler(scope: Construct, { cluster, horizontalPodAutoscaler: wanted }: ApplicationParts): void {
  if (wanted === undefined) {
    return;
  }
  const { name } = cluster.context;
  const { minTaskManagers, maxTaskManagers, targetCpuPercent, scaleUpStabilizationSeconds, scaleDownStabilizationSeconds } = wanted;
  new ApiObject(scope, 'HorizontalPodAutoscaler', {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name },
    spec: {
      scaleTargetRef: { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment', name },
      minReplicas: minTaskManagers,
      maxReplicas: maxTaskManagers,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: targetCpuPercent } } }],
      behavior: {
        scaleUp: { stabilizationWindowSeconds: scaleUpStabilizationSeconds },
        scaleDown: { stabilizationWindowSeconds: scaleDownStabilizationSeconds },
      },
    },
  });
}
