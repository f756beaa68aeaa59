import { ImagePullPolicy, IServiceAccount } from 'cdk8s-plus-28';
import { HighAvailability } from '../../availability/high-availability';
import { OperatorRecovery } from '../../availability/operator-recovery';
import { RestartStrategy } from '../../availability/restart-strategy';
import { Checkpointing } from '../../checkpointing/checkpointing';
import { MetricReporter } from '../../metrics/metric-reporter';
import { OperatorVersion } from '../../operator/operator-version';
import { PodContribution } from '../../pods/pod-contribution';
import { PodSecurity } from '../../pods/pod-security';
import { JvmOptions } from '../../process/jvm-options';
import { LogConfiguration } from '../../process/log-configuration';
import { FlinkTls } from '../../security/flink-tls';
import { NodeShape } from '../../workload/node-shape';
import { FindingLevel } from '../props/finding-level';

/** What a platform team decides for all Flink clusters below a place in the construct tree. */
export interface FlinkDefaultsProps {
  /**
   * Registry, with a path if it has one, put before images that name no registry of their own: `flink:1.20.3` becomes `registry.example.com/flink:1.20.3`.
   * Refused with `[image-registry]`: a scheme, a tag, a slash at either end.
   * @default - images as they are written
   */
  readonly imageRegistry?: string;
  /**
   * Labels of every resource and every pod.
   * @default - none
   */
  readonly labels?: { [name: string]: string };
  /**
   * Annotations of every resource.
   * @default - none
   */
  readonly annotations?: { [name: string]: string };
  /**
   * Where checkpoints go of a cluster that does not say; under the name of each, unless the storage says otherwise.
   * @default - each cluster says
   */
  readonly checkpointing?: Checkpointing;
  /**
   * High availability of a cluster that does not say.
   * @default - none
   */
  readonly highAvailability?: HighAvailability;
  /**
   * How jobs start again after a failure, where a cluster does not say.
   * @default - derived by the plan of each
   */
  readonly restartStrategy?: RestartStrategy;
  /**
   * What the operator does when a JobManager is gone or a job is ill, where a cluster does not say.
   * @default - the operator's own
   */
  readonly operatorRecovery?: OperatorRecovery;
  /**
   * How Flink logs, where a cluster does not say.
   * @default - as the operator is configured
   */
  readonly logging?: LogConfiguration;
  /**
   * Flags of the Java processes, where a cluster does not say.
   * @default - none
   */
  readonly jvm?: JvmOptions;
  /**
   * Traffic that is encrypted, where a cluster does not say. The Secrets must be in the namespace of each.
   * @default - none
   */
  readonly tls?: FlinkTls;
  /**
   * What pods may do, where a cluster does not say.
   * @default PodSecurity.restricted()
   */
  readonly podSecurity?: PodSecurity;
  /**
   * When images are pulled, where a cluster does not say.
   * @default - IfNotPresent
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * Reporters of a cluster that does not say; an empty list there is none.
   * @default - none
   */
  readonly metricReporters?: MetricReporter[];
  /**
   * What the pods of every cluster get, beside what the cluster says.
   * @default - nothing
   */
  readonly pods?: PodContribution;
  /**
   * What one node offers, where a cluster does not say.
   * @default - not known
   */
  readonly nodeShape?: NodeShape;
  /**
   * Service account of the pods, where a cluster does not say. It must exist in the namespace of each.
   * @default - `cdk8s-flink`, made once for each namespace
   */
  readonly serviceAccount?: IServiceAccount;
  /**
   * The operator, where a cluster does not say.
   * @default OperatorVersion.V1_16
   */
  readonly operatorVersion?: OperatorVersion;
  /**
   * The operator's own configuration; keys that a cluster says win.
   * @default - nothing configured
   */
  readonly operatorConfiguration?: { [key: string]: string };
  /**
   * Flink options that give way to everything else: to what is derived, to strategies and to what a cluster says.
   * @default - none
   */
  readonly flinkConfiguration?: { [key: string]: string };
  /**
   * What becomes of findings, by their code; a level that a cluster says wins.
   * @default - every finding is told
   */
  readonly findingLevels?: { [code: string]: FindingLevel };
}
