import { FlinkPod, podFrom, wholePod, withMain, withSpec, withVariables } from './flink-pod';
import { withFlinkConfiguration, withHadoopConfiguration, withSecrets } from './flink-volumes';
import { Deployment, Pod } from './kubernetes-objects';
import { checkedFactor, limitFactors } from './limit-factors';
import { withPersistentVolumeClaims } from './persistent-volume-claims';
import { hasHostNetwork, withBasics, withNetwork } from './pod-basics';
import { containerizedVariables, fieldVariable, logDirectoryVariable, secretVariables } from './pod-environment';
import { PodSource } from './pod-source';
import { roleDeployment } from './role-deployment';
import { entryCommand, nativeTaskManagerArguments } from './start-commands';
import { readWholeNumber } from '../../flink/configuration/option-reading';
import { externalResources } from '../../flink/external-resources';
import { taskManagerJvmArguments } from '../../flink/memory/jvm-arguments';
import { kubernetesCpu, nativeTaskManagerCpu, taskManagerCores, taskSlots } from '../../flink/task-manager-cpu';
import { Refusal } from '../../refusal';
import { inHashOrderOfCopy } from '../../units/java-hash-order';
import { clusterPorts, ClusterPorts, positivePort } from '../configuration/fixed-ports';

const ROLE = 'taskmanager';
const REPLICAS = 'kubernetes.internal.taskmanager.replicas';

/** The pod that a native JobManager asks Kubernetes for, under a name that it counts up. */
export function nativeTaskManagerPod(source: PodSource, podName: string): Pod {
  const { settings, taskManager: memory } = source;
  const resources = { memory, cpu: nativeTaskManagerCpu(settings), slots: taskSlots(settings), external: externalResources(settings) };
  const demand = () => (
    { memory: memory.totalProcess, cpu: resources.cpu, external: resources.external, ...limitFactors(settings, ROLE, checkedFactor) });

  const ports = clusterPorts(settings);
  const template = podFrom(source.templates.taskManager);
  const basic = withSpec(withNetwork(withBasics(template, source, ROLE, demand, false), source), { restartPolicy: 'Never' });
  const reachable = withVariables(hasHostNetwork(source) ? basic : withPort(basic, ports), [
    ...containerizedVariables(settings, ROLE),
    fieldVariable('_POD_NODE_ID', 'spec.nodeName'),
    ...logDirectoryVariable(settings),
    ...secretVariables(settings),
    { name: 'FLINK_TM_JVM_MEM_OPTS', value: taskManagerJvmArguments(memory).join(' ') },
  ]);
  const started = withMain(reachable, { command: entryCommand(source), args: nativeTaskManagerArguments(source, podName, resources) });
  const { metadata, spec } = wholePod(withConfiguration(withPersistentVolumeClaims(withSecrets(started, source), source), source));
  return { apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata, name: podName }, spec };
}

/** All TaskManagers of a standalone cluster; image, pull policy and account of the template do not count here. */
export function standaloneTaskManagerDeployment(source: PodSource): Deployment {
  const { settings } = source;
  taskManagerCores(settings);
  const demand = () => ({
    memory: source.taskManager.totalProcess, cpu: kubernetesCpu(settings), ...limitFactors(settings, ROLE),
  });
  const template = podFrom(source.templates.taskManager);
  const basic = withPort(withBasics(template, source, ROLE, demand, true), clusterPorts(settings));
  const reachable = withVariables(basic, [
    ...containerizedVariables(settings, ROLE, inHashOrderOfCopy),
    ...logDirectoryVariable(settings),
    ...secretVariables(settings),
  ]);
  const started = withMain(withSecrets(reachable, source), { command: entryCommand(source), args: ['taskmanager'] });
  return roleDeployment(source, ROLE, `${source.name}-taskmanager`, replicas(source), withConfiguration(started, source));
}

function withPort(pod: FlinkPod, { taskManagerRpc }: ClusterPorts): FlinkPod {
  const containerPort = positivePort('taskmanager.rpc.port', taskManagerRpc);
  return withMain(pod, { ports: [...(pod.main.ports ?? []) as unknown[], { name: 'taskmanager-rpc', containerPort }] });
}

function withConfiguration(pod: FlinkPod, source: PodSource): FlinkPod {
  return withFlinkConfiguration(withHadoopConfiguration(pod, source), source);
}

function replicas({ settings }: PodSource): number {
  const count = readWholeNumber(settings, REPLICAS, 1);
  if (count < 1) {
    throw new Refusal({
      code: 'task-manager-replicas',
      what: 'a standalone cluster has at least one TaskManager',
      got: String(count),
      allowed: '1 and above',
      fix: 'set spec.taskManager.replicas',
    });
  }
  return count;
}
