import { readText, readWhole } from './pod-option';
import { isHighlyAvailable } from './pod-source';
import { FlinkSettings } from '../../flink/memory/memory-settings';
import { Refusal, shown } from '../../refusal';

/** Every port that a container or Service of the cluster names. */
export interface ClusterPorts {
  readonly rest: number;
  /** What the REST server binds, which the Service leads to. */
  readonly restBind: number;
  readonly jobManagerRpc: number;
  readonly blobServer: number;
  readonly taskManagerRpc: number;
}

const REST = ['rest.port', 'web.port'];
const REST_BIND = ['rest.bind-port', 'rest.port', 'web.port', 'jobmanager.web.port'];
const JOB_MANAGER_RPC = ['jobmanager.rpc.port'];
const HIGHLY_AVAILABLE_RPC = ['high-availability.jobmanager.port', 'recovery.jobmanager.port'];

/** On Kubernetes a port is one number: what Flink would choose by chance (0) becomes its usual one, a range is refused. */
export function clusterPorts(settings: FlinkSettings): ClusterPorts {
  const blobServer = fixedPort(settings, ['blob.server.port'], 6124);
  const taskManagerRpc = fixedPort(settings, ['taskmanager.rpc.port'], 6122);
  const restBind = fixedPort(settings, REST_BIND, 8081);
  const jobManagerRpc = readWhole(settings, JOB_MANAGER_RPC, 6123);
  if (isHighlyAvailable(settings)) {
    fixedPort(settings, HIGHLY_AVAILABLE_RPC, jobManagerRpc);
  }
  return { rest: readWhole(settings, REST, 8081), restBind, jobManagerRpc, blobServer, taskManagerRpc };
}

function fixedPort(settings: FlinkSettings, keys: readonly string[], usual: number): number {
  const text = readText(settings, keys) ?? '0';
  if (!/^[+-]?[0-9]{1,9}$/.test(text)) {
    throw new Refusal({
      code: 'port-range',
      what: `${keys[0]} must be one port on Kubernetes`,
      got: shown(text),
      allowed: `a whole number; 0 for ${usual}`,
      fix: 'choose one port, or leave it unset',
    });
  }
  return Number(text) === 0 ? usual : Number(text);
}

/** Flink looks at the sign of the ports that it takes from a text. */
export function positivePort(key: string, port: number): number {
  if (port < 0) {
    throw new Refusal({
      code: 'port-negative',
      what: `${key} must be above zero`,
      got: String(port),
      allowed: '1 to 65535',
      fix: 'leave it unset',
    });
  }
  return port;
}
