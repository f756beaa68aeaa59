import { ApiObject, App, Chart, Duration, JsonPatch, Size } from 'cdk8s';
import { ImagePullPolicy, Secret, ServiceAccount } from 'cdk8s-plus-28';
import { leftOpen, RecordedDirectories, secretOf } from './prelude';
import { FlinkIngress } from '../../access/flink-ingress';
import { KubernetesHighAvailability } from '../../availability/kubernetes-high-availability';
import { Checkpointing, CheckpointingMode, CheckpointRetention } from '../../checkpointing/checkpointing';
import { S3Checkpointing } from '../../checkpointing/s3-checkpointing';
import { TunedFlinkDeployment } from '../../deployment/constructs/tuned-flink-deployment';
import { TunedFlinkSession } from '../../deployment/constructs/tuned-flink-session';
import { FlinkVersion } from '../../flink/flink-version';
import { FlinkJob } from '../../job/flink-job';
import { JobState } from '../../job/job-props';
import { PrometheusReporter } from '../../metrics/prometheus-reporter';
import { ClusterMode } from '../../operator/cluster-mode';
import { FlinkDeployment } from '../../operator/flink-deployment';
import { UpgradeMode } from '../../operator/flink-deployment-spec';
import { OperatorVersion } from '../../operator/operator-version';
import { PodSecurity } from '../../pods/pod-security';
import { LogConfiguration } from '../../process/log-configuration';
import { HashMapStateBackend } from '../../state/hash-map-state-backend';
import { RocksDbStateBackend } from '../../state/rocks-db-state-backend';
import { Cpu } from '../../units/cpu';
import { Throughput } from '../../workload/throughput';
import { Workload } from '../../workload/workload';
import { ProgrammingLanguage } from '../../workload/workload-kind';

/** What imported code is made of, by the module that it imports it from. */
const MODULES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'cdk8s': { ApiObject, App, Chart, Duration, JsonPatch, Size },
  'cdk8s-plus-28': { ImagePullPolicy, Secret, ServiceAccount },
  'cdk8s-flink': {
    Checkpointing,
    CheckpointingMode,
    CheckpointRetention,
    ClusterMode,
    Cpu,
    FlinkDeployment,
    FlinkIngress,
    FlinkJob,
    FlinkVersion,
    HashMapStateBackend,
    JobState,
    KubernetesHighAvailability,
    LogConfiguration,
    OperatorVersion,
    PodSecurity,
    ProgrammingLanguage,
    PrometheusReporter,
    RocksDbStateBackend,
    S3Checkpointing,
    Throughput,
    TunedFlinkDeployment,
    TunedFlinkSession,
    UpgradeMode,
    Workload,
  },
};

/** What it declares itself. */
const DECLARED: Readonly<Record<string, unknown>> = { leftOpen, RecordedDirectories, secretOf };

const VALUES: Readonly<Record<string, unknown>> = Object.assign({}, ...Object.values(MODULES), DECLARED);

/** The value behind a name. */
export function valueOf(name: string): unknown {
  return VALUES[name];
}

/** The module that a name is imported from; nothing for what the file declares itself. */
export function moduleOf(name: string): string | undefined {
  return Object.keys(MODULES).find((module) => Object.hasOwn(MODULES[module], name));
}
