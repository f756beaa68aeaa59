import { accompanyingObjects } from './accompanying-objects';
import { FlinkPod, podFrom, withMain, withVariables } from './flink-pod';
import {
  withFlinkConfiguration, withHadoopConfiguration, withSecrets, withTaskManagerTemplate, withUserArtifacts, withUserLib,
} from './flink-volumes';
import { AccompanyingObject, Deployment } from './kubernetes-objects';
import { checkedFactor, limitFactors } from './limit-factors';
import { hasHostNetwork, withBasics, withNetwork } from './pod-basics';
import { containerizedVariables, fieldVariable, logDirectoryVariable, secretVariables } from './pod-environment';
import { isStandalone, PodSource } from './pod-source';
import { roleDeployment } from './role-deployment';
import { entryCommand, nativeJobManagerArguments, standaloneJobManagerArguments } from './start-commands';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { KeyedOption, readDecimal, readWholeNumber } from '../../flink/configuration/option-reading';
import { isHighlyAvailable } from '../../flink/high-availability';
import { taskManagerCores } from '../../flink/task-manager-cpu';
import { Refusal } from '../../refusal';
import { clusterPorts, ClusterPorts, positivePort } from '../configuration/fixed-ports';
import { overlappingKeys } from '../configuration/overlapping-keys';

export interface JobManagerObjects {
  readonly deployment: Deployment;
  readonly accompanying: readonly AccompanyingObject[];
}

const ROLE = 'jobmanager';
const REPLICAS = 'kubernetes.jobmanager.replicas';
const CPU: KeyedOption = { key: 'kubernetes.jobmanager.cpu.amount', older: ['kubernetes.jobmanager.cpu'] };

/** What the operator submits for the JobManager, step by step as Flink's classes do. */
export function jobManagerObjects(source: PodSource): JobManagerObjects {
  taskManagerCores(source.settings);
  const ports = clusterPorts(source.settings);
  const pod = jobManagerPod(source, ports);
  const accompanying = accompanyingObjects(source, ports);
  const overlap = overlappingKeys(source.spec.flinkVersion, source.settings, source.release);
  if (overlap !== undefined) {
    throw overlap;
  }
  return { deployment: roleDeployment(source, ROLE, source.name, replicas(source.settings), pod), accompanying };
}

function jobManagerPod(source: PodSource, ports: ClusterPorts): FlinkPod {
  const { settings } = source;
  const demand = () => ({
    memory: source.jobManager.totalProcess,
    cpu: readDecimal(settings, CPU, 1),
    ...limitFactors(settings, ROLE, checkedFactor),
  });
  const basic = withUserArtifacts(withNetwork(withBasics(podFrom(source.templates.jobManager), source, ROLE, demand, false), source), source);
  const reachable = withVariables(withPorts(basic, source, ports), [
    ...containerizedVariables(settings, ROLE),
    fieldVariable('_POD_IP_ADDRESS', 'status.podIP'),
    ...logDirectoryVariable(settings),
    ...secretVariables(settings),
  ]);
  const mounted = withFlinkConfiguration(withHadoopConfiguration(withCommand(withSecrets(reachable, source), source), source), source);
  return isStandalone(source) ? withUserLib(mounted, source) : withTaskManagerTemplate(mounted, source);
}

function withCommand(pod: FlinkPod, source: PodSource): FlinkPod {
  const inTemplate = (pod.main.args ?? []) as string[];
  const args = isStandalone(source) ? standaloneJobManagerArguments(source, inTemplate) : nativeJobManagerArguments(source);
  return withMain(pod, { command: entryCommand(source), args });
}

function withPorts(pod: FlinkPod, source: PodSource, { rest, jobManagerRpc, blobServer }: ClusterPorts): FlinkPod {
  if (hasHostNetwork(source)) {
    return pod;
  }
  const ports = [
    { name: 'rest', containerPort: rest },
    { name: 'jobmanager-rpc', containerPort: jobManagerRpc },
    { name: 'blobserver', containerPort: positivePort('blob.server.port', blobServer) },
  ];
  return withMain(pod, { ports: [...(pod.main.ports ?? []) as unknown[], ...ports] });
}

function replicas(settings: FlinkSettings): number {
  const count = readWholeNumber(settings, REPLICAS, 1);
  if (count < 1 || (count > 1 && !isHighlyAvailable(settings))) {
    throw new Refusal({
      code: count < 1 ? 'job-manager-replicas' : 'standby-without-ha',
      what: count < 1 ? 'a cluster has at least one JobManager' : 'standby JobManagers need high availability',
      got: String(count),
      allowed: count < 1 ? '1 and above' : '1 without high availability',
      fix: count < 1 ? `leave ${REPLICAS} unset` : 'set high-availability.type: kubernetes, or one JobManager',
    });
  }
  return count;
}
