/** How an upgrade carries state over. Field `spec.job.upgradeMode`. */
export enum UpgradeMode {
  /** State is dropped. */
  STATELESS = 'stateless',
  /** Through a savepoint that the operator takes. Needs a checkpoint and a savepoint directory. */
  SAVEPOINT = 'savepoint',
  /** From the newest checkpoint. Needs a checkpoint directory. */
  LAST_STATE = 'last-state',
}

/** Field `spec.jobManager.resource` or `spec.taskManager.resource`. */
export interface FlinkResource {
  /**
   * In cores; a plain number.
   * @default - Flink's own: one core for a JobManager, the number of slots for a TaskManager
   */
  readonly cpu?: number;
  /**
   * Process memory, in a text that Flink reads, for example `2048m`.
   * @default - what `flinkConfiguration` says
   */
  readonly memory?: string;
  /**
   * Ephemeral storage, as a Kubernetes quantity.
   * @default - none asked for
   */
  readonly ephemeralStorage?: string;
}

/** Fields `spec.jobManager` and `spec.taskManager`. */
export interface FlinkRoleSpec {
  /**
   * CPU and memory; request and limit are the same.
   * @default - what `flinkConfiguration` says
   */
  readonly resource?: FlinkResource;
  /**
   * Kubernetes' own requests and limits, from operator 1.16; hides `resource`.
   * @default - none
   */
  readonly resources?: { [key: string]: any };
  /**
   * JobManagers (above one needs high availability), or TaskManagers of a standalone cluster.
   * @default - one JobManager; as many TaskManagers as the job needs
   */
  readonly replicas?: number;
  /**
   * Pod template of this role, merged over the common one, in Kubernetes' own shape.
   * @default - the common one
   */
  readonly podTemplate?: { [key: string]: any };
}

/** Field `spec.job`. */
export interface FlinkJobSpec {
  /**
   * Where the job's jar is. Field `jarURI`.
   * @default - none, which only a Python job in native mode allows
   */
  readonly jarUri?: string;
  /**
   * Class with the main method.
   * @default - the jar's manifest says
   */
  readonly entryClass?: string;
  /**
   * Arguments of the main method.
   * @default - none
   */
  readonly args?: string[];
  /**
   * Slots that the job uses.
   * @default - TaskManager replicas times slots, where replicas are given
   */
  readonly parallelism?: number;
  /**
   * `running` or `suspended`.
   * @default 'running'
   */
  readonly state?: string;
  /**
   * How an upgrade carries state over.
   * @default UpgradeMode.STATELESS
   */
  readonly upgradeMode?: UpgradeMode;
  /**
   * Starts although a snapshot holds state that the job no longer has.
   * @default false
   */
  readonly allowNonRestoredState?: boolean;
  /**
   * Savepoint to start the first deployment from.
   * @default - an empty state
   */
  readonly initialSavepointPath?: string;
  /**
   * A change takes a savepoint.
   * @default - none
   */
  readonly savepointTriggerNonce?: number;
  /**
   * A change takes a checkpoint.
   * @default - none
   */
  readonly checkpointTriggerNonce?: number;
  /**
   * A change starts again from `initialSavepointPath`.
   * @default - none
   */
  readonly savepointRedeployNonce?: number;
  /**
   * A change clears what the autoscaler has learnt; from operator 1.11.
   * @default - none
   */
  readonly autoscalerResetNonce?: number;
}

/** Field `spec` of a FlinkDeployment, operator 1.10 to 1.16. */
export interface FlinkDeploymentSpec {
  /**
   * Container image of both roles.
   * @default - Flink's official image
   */
  readonly image?: string;
  /**
   * `IfNotPresent`, `Always` or `Never`.
   * @default - IfNotPresent
   */
  readonly imagePullPolicy?: string;
  /**
   * Service account of the pods. The operator refuses a resource without one.
   * @default - none
   */
  readonly serviceAccount?: string;
  /** For example `v1_20`; `FlinkVersion.operatorName` has it. */
  readonly flinkVersion: string;
  /**
   * `native` or `standalone`.
   * @default - native
   */
  readonly mode?: string;
  /**
   * Flink options, flat keys and text values, which every operator release reads.
   * @default - none
   */
  readonly flinkConfiguration?: { [key: string]: string };
  /**
   * Files `log4j-console.properties` and `logback-console.xml`.
   * @default - the operator's
   */
  readonly logConfiguration?: { [key: string]: string };
  /**
   * Pod template of both roles, in Kubernetes' own shape; the main container is `flink-main-container`.
   * @default - none
   */
  readonly podTemplate?: { [key: string]: any };
  /**
   * Ingress to the REST service, in the operator's own shape.
   * @default - none
   */
  readonly ingress?: { [key: string]: any };
  /**
   * The JobManager.
   * @default - what `flinkConfiguration` says
   */
  readonly jobManager?: FlinkRoleSpec;
  /**
   * The TaskManagers.
   * @default - what `flinkConfiguration` says
   */
  readonly taskManager?: FlinkRoleSpec;
  /**
   * The job.
   * @default - none: a session cluster
   */
  readonly job?: FlinkJobSpec;
  /**
   * A change restarts the job.
   * @default - none
   */
  readonly restartNonce?: number;
}
