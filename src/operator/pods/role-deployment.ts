import { podAnnotations, podLabels } from './cluster-labels';
import { FlinkPod, wholePod } from './flink-pod';
import { Deployment } from './kubernetes-objects';
import { PodSource, Role } from './pod-source';
import { selectorLabels } from './selector-labels';

/** The Deployment around the pod of a role. */
export function roleDeployment(source: PodSource, role: Role, name: string, replicas: number, pod: FlinkPod): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels: podLabels(source, role), annotations: podAnnotations(source, role) },
    spec: { replicas, selector: { matchLabels: selectorLabels(source, role) }, template: wholePod(pod) },
  };
}
