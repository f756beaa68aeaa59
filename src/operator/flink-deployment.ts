import { ApiObject, ApiObjectMetadata, GroupVersionKind, JsonPatch, Lazy } from 'cdk8s';
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

  /**
   * Counts the patches, so that a check knows whether it has seen the newest.
   * @internal
   */
  public _revision = 0;

  constructor(scope: Construct, id: string, props: FlinkDeploymentProps) {
    // Rendered when it is written: a subclass may know its spec only after it stands in the tree.
    super(scope, id, { ...FlinkDeployment.GVK, metadata: props.metadata, spec: Lazy.any({ produce: () => renderSpec(props.spec) }) });
  }

  /** Changes the resource as it is written, by Kubernetes' own names. */
  public addJsonPatch(...ops: JsonPatch[]): void {
    this._revision += 1;
    super.addJsonPatch(...ops);
  }
}
