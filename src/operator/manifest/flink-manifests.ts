/*
 * The operator's custom resources as they stand in YAML: fields by Kubernetes' own names, of the kinds that the CRD
 * asks for.
 */

export interface ManifestMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
}

export interface FlinkDeploymentManifest {
  readonly metadata: ManifestMetadata;
  readonly spec: ManifestSpec;
}

export interface FlinkSessionJobManifest {
  readonly metadata: ManifestMetadata;
  readonly spec: {
    readonly deploymentName?: string;
    readonly flinkConfiguration?: Record<string, unknown>;
    readonly job?: ManifestJob;
    readonly restartNonce?: number;
  };
}

export interface FlinkStateSnapshotManifest {
  readonly metadata: ManifestMetadata;
  readonly spec: {
    readonly backoffLimit?: number;
    readonly checkpoint?: Record<string, unknown>;
    readonly savepoint?: ManifestSavepoint;
    readonly jobReference?: { readonly kind?: string; readonly name?: string };
  };
}

export interface FlinkBlueGreenDeploymentManifest {
  readonly metadata: ManifestMetadata;
  readonly spec: {
    readonly configuration?: Record<string, string>;
    readonly ingress?: ManifestIngress;
    readonly template?: { readonly metadata?: Partial<ManifestMetadata>; readonly spec?: ManifestSpec };
  };
}

interface ManifestSavepoint {
  readonly path?: string;
  readonly formatType?: string;
  readonly disposeOnDelete?: boolean;
  readonly alreadyExists?: boolean;
}

/** `spec` of a FlinkDeployment. */
export interface ManifestSpec {
  readonly image?: string;
  readonly imagePullPolicy?: string;
  readonly serviceAccount?: string;
  readonly flinkVersion?: string;
  readonly mode?: string;
  /** Flat or nested, text or not: the operator flattens it. */
  readonly flinkConfiguration?: Record<string, unknown>;
  readonly logConfiguration?: Record<string, string>;
  readonly podTemplate?: PodTemplate;
  readonly ingress?: ManifestIngress;
  readonly jobManager?: ManifestRole;
  readonly taskManager?: ManifestRole;
  readonly job?: ManifestJob;
  readonly restartNonce?: number;
}

export interface ManifestIngress {
  readonly template?: string;
  readonly className?: string;
  readonly annotations?: Record<string, string>;
  readonly labels?: Record<string, string>;
  readonly tls?: { readonly hosts?: string[]; readonly secretName?: string }[];
}

/** Kubernetes quantities by the name of the resource; a plain number is one too. */
export type Amounts = Readonly<Record<string, string | number>>;

export interface ResourceRequirements {
  readonly requests?: Amounts;
  readonly limits?: Amounts;
}

export interface ManifestRole {
  readonly replicas?: number;
  readonly resource?: { readonly cpu?: number; readonly memory?: string; readonly ephemeralStorage?: string };
  /** From operator 1.16. */
  readonly resources?: ResourceRequirements;
  readonly podTemplate?: PodTemplate;
}

export interface ManifestJob {
  readonly jarURI?: string;
  readonly entryClass?: string;
  readonly args?: string[];
  readonly parallelism?: number;
  readonly state?: string;
  readonly upgradeMode?: string;
  readonly allowNonRestoredState?: boolean;
  readonly initialSavepointPath?: string;
  readonly savepointTriggerNonce?: number;
  readonly checkpointTriggerNonce?: number;
  readonly savepointRedeployNonce?: number;
  readonly autoscalerResetNonce?: number;
}

/** A pod template, in Kubernetes' own shape; only what the twin looks into has a type. */
export interface PodTemplate {
  readonly metadata?: { readonly labels?: Record<string, string>; readonly annotations?: Record<string, string>; readonly [field: string]: unknown };
  readonly spec?: PodSpec;
}

export interface PodSpec {
  readonly containers?: PodContainer[];
  readonly initContainers?: PodContainer[];
  readonly [field: string]: unknown;
}

export interface PodContainer {
  readonly name?: string;
  readonly env?: { readonly name: string; readonly value?: string; readonly valueFrom?: unknown }[];
  readonly resources?: ResourceRequirements;
  readonly [field: string]: unknown;
}
