import { Size } from 'cdk8s';
import { IServiceAccount } from 'cdk8s-plus-28';
import { FlinkJob } from './flink-job';
import { Checkpointing } from '../checkpointing/checkpointing';
import { FlinkVersion } from '../flink/flink-version';
import { MetricReporter } from '../metrics/metric-reporter';
import { OperatorVersion } from '../operator/operator-version';
import { StateBackend } from '../state/state-backend';
import { Cpu } from '../units/cpu';
import { Calibration } from '../workload/calibration';
import { Budget, NodeShape } from '../workload/node-shape';
import { Workload } from '../workload/workload';

/** Size of the JobManager; what is left out is derived. */
export interface JobManagerSizing {
  /**
   * Process memory, which is request and limit of the pod. Whole mebibytes.
   * @default - derived by the plan from the tasks, 1 GiB or more
   */
  readonly memory?: Size;
  /**
   * CPU, request and limit of the pod.
   * @default - derived by the plan, one core
   */
  readonly cpu?: Cpu;
}

/** Size of a TaskManager; what is left out is derived. */
export interface TaskManagerSizing {
  /**
   * Process memory, which is request and limit of the pod. Whole mebibytes. Given, Flink splits it by its own
   * fractions, with managed memory at zero for state on the heap.
   * @default - derived by the plan from heap, state and buffers
   */
  readonly memory?: Size;
  /**
   * CPU, request and limit of the pod.
   * @default - derived by the plan from the slots
   */
  readonly cpu?: Cpu;
  /**
   * Task slots, from 1.
   * @default - derived by the plan, one or two
   */
  readonly taskSlots?: number;
}

/** What a streaming job is, and what has already been decided about it. */
export interface TunedFlinkDeploymentProps {
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
  /** What runs. */
  readonly job: FlinkJob;
  /** What the job has to do. Impossible facts are refused with `[workload-…]`. */
  readonly workload: Workload;
  /** Whether, when and where checkpoints are taken. A stateful workload without any is refused with `[stateful-without-checkpoints]`. */
  readonly checkpointing: Checkpointing;
  /**
   * Where the state lives.
   * @default - chosen by the plan: the heap for small or no state, RocksDB above
   */
  readonly stateBackend?: StateBackend;
  /**
   * Where metrics go.
   * @default - nowhere
   */
  readonly metricReporters?: MetricReporter[];
  /**
   * Name of the FlinkDeployment: at most 45 lower-case letters, digits and dashes, a letter first.
   * State belongs to the name, so it is taken as it is or refused with `[deployment-name]`.
   * @default - the construct's id
   */
  readonly name?: string;
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
   * Slots that the job uses, from 1 to the source's partitions. The number of TaskManagers follows from it.
   * @default - derived by the plan from throughput, latency and partitions
   */
  readonly parallelism?: number;
  /**
   * The bound on any later parallelism, from `parallelism` to 32768. It cannot change without dropping state.
   * @default - derived by the plan, at least five times the parallelism
   */
  readonly maxParallelism?: number;
  /**
   * What was measured of this job; each measurement takes the place of a rule. Refused with `[calibration-value]` where it cannot be.
   * @default - rules alone
   */
  readonly calibration?: Calibration;
  /**
   * Numbers of your own in the place of the rules', by the names in docs/guides/sizing.md, for example `targetUtilization`.
   * Refused with `[assumption-name]` or `[assumption-value]`.
   * @default - the rules' own
   */
  readonly assumptions?: { [name: string]: number };
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
   * Service account of the pods; its role must allow what Flink does in native mode.
   * @default - `cdk8s-flink`, made with its role and binding once for each namespace
   */
  readonly serviceAccount?: IServiceAccount;
  /**
   * Flink options that win over everything derived, by Flink's own keys. A secret, a key that the operator
   * forbids and a value that the operator would overwrite are refused.
   * @default - none
   */
  readonly flinkConfiguration?: { [key: string]: string };
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
}
