import { ClusterParts } from './cluster-parts';
import { FlinkClusterProps } from './flink-cluster-props';
import { FlinkVersion } from '../flink/flink-version';
import { FlinkDeploymentSpec } from '../operator/flink-deployment-spec';
import { Cpu } from '../units/cpu';
import { MemorySize } from '../units/memory-size';

/** Sizes of the pods of both roles, and how many there are where the resource says so. */
export interface ClusterSizes {
  readonly jobManagerCpu: Cpu;
  readonly jobManagerMemory: MemorySize;
  readonly jobManagers?: number;
  readonly taskManagerCpu: Cpu;
  readonly taskManagerMemory: MemorySize;
  readonly taskManagers?: number;
}

/** The resource of a cluster without its job. */
export function clusterSpec(props: FlinkClusterProps, serviceAccount: string, parts: ClusterParts, sizes: ClusterSizes): FlinkDeploymentSpec {
  const { common, jobManager, taskManager } = parts.podTemplates;
  return {
    image: props.image,
    flinkVersion: props.flinkVersion.operatorName,
    mode: props.mode,
    serviceAccount,
    flinkConfiguration: parts.configuration.render(readerOf(parts)),
    podTemplate: common,
    jobManager: {
      resource: {
        cpu: sizes.jobManagerCpu.amountInCores,
        memory: sizes.jobManagerMemory.toFlinkText(),
        ephemeralStorage: parts.ephemeralStorage('jobManagerPods')?.toKubernetesText(),
      },
      replicas: sizes.jobManagers,
      podTemplate: jobManager,
    },
    taskManager: {
      resource: {
        cpu: sizes.taskManagerCpu.amountInCores,
        memory: sizes.taskManagerMemory.toFlinkText(),
        ephemeralStorage: parts.ephemeralStorage('taskManagerPods')?.toKubernetesText(),
      },
      replicas: sizes.taskManagers,
      podTemplate: taskManager,
    },
    restartNonce: props.restartNonce,
  };
}

/** A key is read by the job's Flink and by the operator, which has Flink classes of its own: the older one spells it. */
export function readerOf({ context: { flinkVersion, operatorVersion } }: ClusterParts): FlinkVersion {
  return operatorVersion.flinkClasses.isAtLeast(flinkVersion) ? flinkVersion : operatorVersion.flinkClasses;
}
