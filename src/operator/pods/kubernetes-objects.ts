import { PodContainer, PodSpec } from '../manifest/flink-manifests';

/** Kubernetes objects as the twin hands them out: plain JSON, only what it looks into itself has a type. */
export interface ObjectMetadata {
  readonly name?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

export interface Pod {
  readonly apiVersion: 'v1';
  readonly kind: 'Pod';
  readonly metadata: ObjectMetadata;
  readonly spec: PodSpec;
}

export interface Deployment {
  readonly apiVersion: 'apps/v1';
  readonly kind: 'Deployment';
  readonly metadata: ObjectMetadata;
  readonly spec: {
    readonly replicas: number;
    readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
    readonly template: { readonly metadata: ObjectMetadata; readonly spec: PodSpec };
  };
}

/** A Service, or a ConfigMap without its content. */
export interface AccompanyingObject {
  readonly apiVersion: 'v1';
  readonly kind: 'Service' | 'ConfigMap';
  readonly metadata: ObjectMetadata;
  readonly spec?: Readonly<Record<string, unknown>>;
}

export type EnvironmentVariable = NonNullable<PodContainer['env']>[number];
