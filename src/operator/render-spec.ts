import { FlinkDeploymentSpec } from './flink-deployment-spec';

/** The one name that jsii spells otherwise than Kubernetes. */
export function renderSpec(spec: FlinkDeploymentSpec): Record<string, unknown> {
  if (spec.job === undefined) {
    return { ...spec };
  }
  const { jarUri, ...job } = spec.job;
  return { ...spec, job: jarUri === undefined ? job : { jarURI: jarUri, ...job } };
}
