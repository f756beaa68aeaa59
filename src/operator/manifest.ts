/** A FlinkDeployment as it stands in YAML, as far as the twin reads it. */
export interface FlinkDeploymentManifest {
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: ManifestSpec;
}

export interface ManifestSpec {
  readonly image?: string;
  readonly flinkVersion?: string;
  readonly serviceAccount?: string;
  /** Flat or nested, text or not: the operator flattens it. */
  readonly flinkConfiguration?: Record<string, unknown>;
  readonly jobManager?: ManifestRole;
  readonly taskManager?: ManifestRole;
  readonly job?: ManifestJob;
  readonly podTemplate?: ManifestPodTemplate;
}

export interface ManifestPodTemplate {
  readonly spec?: { readonly containers?: ManifestContainer[]; readonly initContainers?: ManifestContainer[] };
}

export interface ManifestContainer {
  readonly env?: { readonly name: string; readonly value?: string }[];
}

export interface ManifestRole {
  readonly replicas?: number;
  readonly resource?: { readonly cpu?: number; readonly memory?: string };
  readonly podTemplate?: ManifestPodTemplate;
}

export interface ManifestJob {
  readonly parallelism?: number;
  readonly upgradeMode?: string;
  readonly savepointTriggerNonce?: number;
  readonly args?: string[];
}
