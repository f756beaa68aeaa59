import { AccompanyingObject } from './kubernetes-objects';
import { isStandalone, PodSource } from './pod-source';
import { commonLabels, selectorLabels } from './selector-labels';
import { readChoice } from '../../flink/configuration/option-reading';
import { readEntries } from '../../flink/configuration/structured-option';
import { isHighlyAvailable } from '../../flink/high-availability';
import { ClusterPorts } from '../configuration/fixed-ports';
import { OperatorVersion } from '../operator-version';

const EXPOSED_TYPE = 'kubernetes.rest-service.exposed.type';
const EXPOSED_TYPES = ['ClusterIP', 'NodePort', 'LoadBalancer', 'Headless_ClusterIP'] as const;

/** What comes with a JobManager: its Services, and the names of its ConfigMaps. */
export function accompanyingObjects(source: PodSource, ports: ClusterPorts): AccompanyingObject[] {
  const configMap = (name: string): AccompanyingObject => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, labels: commonLabels(source) } });
  const { name, templates } = source;
  return [
    ...(isStandalone(source) || !isHighlyAvailable(source.settings) ? [internalService(source, ports)] : []),
    restService(source, ports),
    configMap(`flink-config-${name}`),
    ...(isStandalone(source) || templates.taskManager === undefined ? [] : [configMap(`pod-template-${name}`)]),
  ];
}

/** How TaskManagers reach the JobManager; with high availability on Kubernetes they look its address up instead. */
function internalService(source: PodSource, { jobManagerRpc, blobServer }: ClusterPorts): AccompanyingObject {
  const annotations = source.release._isAtLeast(OperatorVersion.V1_11) ? readEntries(source.settings, 'kubernetes.internal-service.annotations') : [];
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: source.name, labels: commonLabels(source), annotations: Object.fromEntries(annotations) },
    spec: {
      clusterIP: 'None',
      selector: selectorLabels(source, 'jobmanager'),
      ports: [{ name: 'jobmanager-rpc', port: jobManagerRpc }, { name: 'blobserver', port: blobServer }],
    },
  };
}

function restService(source: PodSource, { rest, restBind }: ClusterPorts): AccompanyingObject {
  const type = readChoice(source.settings, EXPOSED_TYPE, EXPOSED_TYPES) ?? 'ClusterIP';
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: `${source.name}-rest`,
      labels: commonLabels(source),
      annotations: Object.fromEntries(readEntries(source.settings, 'kubernetes.rest-service.annotations')),
    },
    spec: {
      ...(type === 'Headless_ClusterIP' ? { type: 'ClusterIP', clusterIP: 'None' } : { type }),
      selector: selectorLabels(source, 'jobmanager'),
      ports: [{ name: 'rest', port: rest, targetPort: restBind }],
    },
  };
}
