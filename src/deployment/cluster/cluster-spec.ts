import { ClusterParts } from './cluster-parts';
import { FlinkVersion } from '../../flink/flink-version';
import { FlinkDeploymentSpec } from '../../operator/flink-deployment-spec';
import { refuseMissingPodFields } from '../../operator/manifest/pod-fields-missing-in';
import { PodSecurity } from '../../pods/pod-security';
import { Refusal } from '../../refusal';
import { StrategyContext } from '../../strategy/strategy-context';
import { Cpu } from '../../units/cpu';
import { MemorySize } from '../../units/memory-size';
import { CompleteProps } from '../defaults/complete-props';

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
export function clusterSpec(props: CompleteProps, serviceAccount: string, parts: ClusterParts, sizes: ClusterSizes): FlinkDeploymentSpec {
  const security = props.podSecurity ?? PodSecurity.restricted();
  const { common, jobManager, taskManager } = parts.podTemplates(security);
  const flinkConfiguration = parts.configuration.render(readerOf(parts.context));
  refuseHostNetwork(security, flinkConfiguration);
  const spec = {
    image: props.image,
    imagePullPolicy: props.imagePullPolicy,
    flinkVersion: props.flinkVersion.operatorName,
    mode: props.mode,
    serviceAccount,
    flinkConfiguration,
    logConfiguration: props.logging?._render(),
    podTemplate: common,
    ingress: props.ingress?._render(parts.context.name),
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
  if (parts.hasRawPods) {
    refuseMissingPodFields(spec, parts.context.operatorVersion);
  }
  return spec;
}

/** Flink writes this option over the template, where it would pass unseen. */
function refuseHostNetwork({ _runsAs }: PodSecurity, { 'kubernetes.hostnetwork.enabled': enabled }: Record<string, string>): void {
  if (_runsAs !== undefined && enabled !== undefined && enabled.trim().toLowerCase() === 'true') {
    throw new Refusal({
      code: 'pod-security',
      what: 'the restricted Pod Security Standard forbids pods in the network of their node',
      got: 'kubernetes.hostnetwork.enabled "true"',
      allowed: 'a network of their own',
      fix: 'remove the setting, or say podSecurity PodSecurity.ofImage({ reason }), which leaves the pods to you',
    });
  }
}

/** A key is read by the job's Flink and by the operator, which has Flink classes of its own: the older one spells it. */
export function readerOf({ flinkVersion, operatorVersion }: Pick<StrategyContext, 'flinkVersion' | 'operatorVersion'>): FlinkVersion {
  return operatorVersion.flinkClasses.isAtLeast(flinkVersion) ? flinkVersion : operatorVersion.flinkClasses;
}
