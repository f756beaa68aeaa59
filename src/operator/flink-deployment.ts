import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { FlinkDeploymentSpec } from './flink-deployment-spec';
import { renderSpec } from './render-spec';

/** A FlinkDeployment as it is written. */
export interface FlinkDeploymentProps {
  /**
   * Name, labels, annotations.
   * @default - a name made by the chart
   */
  readonly metadata?: ApiObjectMetadata;
  /** What the operator acts on. */
  readonly spec: FlinkDeploymentSpec;
}

/**
 * The operator's FlinkDeployment, field by field and nothing derived. It stands on a plain ApiObject, so
 * `addJsonPatch` takes Kubernetes' own names (`/spec/job/jarURI`) and drops nothing.
 */
export class FlinkDeployment extends ApiObject {
  /** Group, version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment' };

  constructor(scope: Construct, id: string, props: FlinkDeploymentProps) {
    super(scope, id, { metadata: props.metadata, spec: renderSpec(props.spec), ...FlinkDeployment.GVK });
  }
}
