import { ImagePullPolicy, IServiceAccount, SecretValue } from 'cdk8s-plus-28';
import { FindingLevel } from './finding-level';
import { JobManagerSizing, TaskManagerSizing } from './role-sizing';
import { FlinkIngress } from '../../access/flink-ingress';
import { RestService } from '../../access/rest-service';
import { HighAvailability } from '../../availability/high-availability';
import { OperatorRecovery } from '../../availability/operator-recovery';
import { RestartStrategy } from '../../availability/restart-strategy';
import { Checkpointing } from '../../checkpointing/checkpointing';
import { FlinkVersion } from '../../flink/flink-version';
import { MetricReporter } from '../../metrics/metric-reporter';
import { ClusterMode } from '../../operator/cluster-mode';
import { OperatorVersion } from '../../operator/operator-version';
import { PodContribution } from '../../pods/pod-contribution';
import { PodSecurity } from '../../pods/pod-security';
import { JvmOptions } from '../../process/jvm-options';
import { LogConfiguration } from '../../process/log-configuration';
import { FlinkTls } from '../../security/flink-tls';
import { StateBackend } from '../../state/state-backend';
import { Budget, NodeShape } from '../../workload/node-shape';

/** What any Flink cluster is, and what has already been decided about it. */
export interface FlinkClusterProps {
  // What runs.

  /**
   * Container image with Flink and, usually, the job. The tag of an official image must be of the same minor line as
   * `flinkVersion`, and its patch decides which plugin jars there are.
   */
  readonly image: string;
  /**
   * The Flink in the image. Decides the spelling of the options and, by its patch, the plugin jars: an image of
   * your own that is built on another patch than the newest needs `FlinkVersion.of('1.20.3')`.
   */
  readonly flinkVersion: FlinkVersion;
  /**
   * Name of the FlinkDeployment: at most 45 lower-case letters, digits and dashes, a letter first.
   * State belongs to the name, so it is taken as it is or refused with `[deployment-name]`.
   * @default - the construct's id
   */
  readonly name?: string;
  /**
   * Who starts the TaskManagers.
   * @default ClusterMode.NATIVE
   */
  readonly mode?: ClusterMode;
  /**
   * When a node fetches the image anew. Field `spec.imagePullPolicy`.
   * @default - Flink's own: when the node does not have it
   */
  readonly imagePullPolicy?: ImagePullPolicy;

  // What a failure or an upgrade leaves.

  /**
   * Whether, when and where checkpoints are taken. A stateful workload without any is refused with `[stateful-without-checkpoints]`,
   * and a cluster that neither says nor inherits it with `[property-shape]`.
   * @default - of the FlinkDefaults above; without those it must be said
   */
  readonly checkpointing?: Checkpointing;
  /**
   * Where the state lives.
   * @default - chosen by the plan: the heap for small or no state, RocksDB above
   */
  readonly stateBackend?: StateBackend;
  /**
   * How a new JobManager finds the job of the old one again.
   * @default - not at all: it starts from the savepoint that the job was deployed with, or from nothing
   */
  readonly highAvailability?: HighAvailability;
  /**
   * How a job starts again after a failure.
   * @default - derived by the plan: for ever, with pauses that grow
   */
  readonly restartStrategy?: RestartStrategy;
  /**
   * What the operator does when a JobManager is gone or a job is ill.
   * @default - the operator's own: it brings back a JobManager whose Deployment is gone, where it can
   */
  readonly operatorRecovery?: OperatorRecovery;

  // How large it is; what is left out is derived.

  /**
   * Size of the JobManager.
   * @default - derived by the plan
   */
  readonly jobManager?: JobManagerSizing;
  /**
   * Size of a TaskManager.
   * @default - derived by the plan
   */
  readonly taskManager?: TaskManagerSizing;
  /**
   * What one node offers; a TaskManager gets no more slots than it has cores for, and RocksDB the options of its disk.
   * @default - not known
   */
  readonly nodeShape?: NodeShape;
  /**
   * What all pods together may request. A plan beyond it is refused with `[over-budget]`.
   * @default - without limit
   */
  readonly budget?: Budget;
  /**
   * Numbers of your own in the place of the rules', by the names in docs/guides/sizing.md, for example `targetUtilization`.
   * Refused with `[assumption-name]` or `[assumption-value]`.
   * @default - the rules' own
   */
  readonly assumptions?: { [name: string]: number };

  // Its pods and processes.

  /**
   * What the pods of both roles get beside what the strategies ask for.
   * @default - nothing
   */
  readonly pods?: PodContribution;
  /**
   * What the pods may do on their node.
   * @default PodSecurity.restricted()
   */
  readonly podSecurity?: PodSecurity;
  /**
   * Service account of the pods; its role must allow what Flink does in native mode.
   * @default - `cdk8s-flink`, made with its role and binding once for each namespace
   */
  readonly serviceAccount?: IServiceAccount;
  /**
   * How Flink logs. Field `spec.logConfiguration`.
   * @default - as the operator is configured
   */
  readonly logging?: LogConfiguration;
  /**
   * Flags of the Java processes, beside those that Flink needs itself.
   * @default - none
   */
  readonly jvm?: JvmOptions;

  // Who sees it, and who reaches it.

  /**
   * Where metrics go; each reporter under a name of its own, or refused with `[reporter-name-taken]`.
   * @default - nowhere
   */
  readonly metricReporters?: MetricReporter[];
  /**
   * Traffic that is encrypted.
   * @default - none: everything in plain text
   */
  readonly tls?: FlinkTls;
  /**
   * An ingress to the web UI and the REST API.
   * @default - none: reachable within Kubernetes alone
   */
  readonly ingress?: FlinkIngress;
  /**
   * The Service of the REST API.
   * @default - a ClusterIP without annotations
   */
  readonly restService?: RestService;

  // The operator, and what no property stands for.

  /**
   * Flink options whose values lie in Secrets of the cluster's namespace, by Flink's own keys, for example `s3.secret-key`.
   * The pods of both roles put them into their own copy of the configuration when they start; a changed Secret takes effect
   * when they start again. What the operator reads too, or what Flink builds the pods by, is refused with `[secret-option]`,
   * and what is no Secret with `[secret-option-source]`. A value that begins or ends with a blank, holds a control
   * character, or, before Flink 2, a `#`, stops the pod with a message.
   * @default - none
   */
  readonly secretFlinkConfiguration?: { [key: string]: SecretValue };
  /**
   * The operator that will read the resource.
   * @default OperatorVersion.V1_16
   */
  readonly operatorVersion?: OperatorVersion;
  /**
   * The operator's own configuration, as its Helm chart's `defaultConfiguration` has it: what lies under every
   * resource, general or below `kubernetes.operator.default-configuration.`. Nothing of it is written into the
   * resource; what it makes of the resource is checked.
   * @default - nothing configured
   */
  readonly operatorConfiguration?: { [key: string]: string };
  /**
   * Flink options that win over everything derived, by Flink's own keys. A secret, a key that the operator
   * forbids and a value that the operator would overwrite are refused.
   * @default - none
   */
  readonly flinkConfiguration?: { [key: string]: string };
  /**
   * Restarts the cluster when it changes, which a person does on purpose. Field `spec.restartNonce`.
   * @default - none
   */
  readonly restartNonce?: number;
  /**
   * What becomes of findings, by their code.
   * @default - of the FlinkDefaults above, or every finding is told
   */
  readonly findingLevels?: { [code: string]: FindingLevel };
}
