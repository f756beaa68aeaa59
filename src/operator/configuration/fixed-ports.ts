import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { KeyedOption, readText, readWholeNumber } from '../../flink/configuration/option-reading';
import { isHighlyAvailable } from '../../flink/high-availability';
import { Refusal, shown } from '../../refusal';
import { parseJavaInt } from '../../units/java-number';

/** Every port that a container or Service of the cluster names. */
export interface ClusterPorts {
  readonly rest: number;
  /** What the REST server binds, which the Service leads to. */
  readonly restBind: number;
  readonly jobManagerRpc: number;
  readonly blobServer: number;
  readonly taskManagerRpc: number;
}

/** A port that Kubernetes must know; Flink would otherwise take any that is free. */
interface FixedPort extends KeyedOption {
  readonly usual: number;
  /** Flink's own default, where it is not any free port. */
  readonly byDefault?: number;
}

const BLOB_SERVER: FixedPort = { key: 'blob.server.port', usual: 6124 };
const TASK_MANAGER_RPC: FixedPort = { key: 'taskmanager.rpc.port', usual: 6122 };
const REST: KeyedOption = { key: 'rest.port', older: ['web.port'] };
const REST_BIND: FixedPort = { key: 'rest.bind-port', older: ['rest.port', 'web.port', 'jobmanager.web.port'], usual: 8081, byDefault: 8081 };
const HIGHLY_AVAILABLE_RPC: KeyedOption = { key: 'high-availability.jobmanager.port', older: ['recovery.jobmanager.port'] };

/** On Kubernetes a port is one number: what Flink would choose by chance (0) becomes its usual one, a range is refused. */
export function clusterPorts(settings: FlinkSettings): ClusterPorts {
  const [blobServer, taskManagerRpc, restBind] = fixedPorts(settings).map((option) => givenPort(settings, option) || option.usual);
  return { rest: readWholeNumber(settings, REST, 8081), restBind, jobManagerRpc: jobManagerRpc(settings), blobServer, taskManagerRpc };
}

/** What Flink writes into the configuration when it fixes the ports. */
export function withFixedPorts(settings: Map<string, string>): void {
  for (const option of fixedPorts(settings)) {
    if (givenPort(settings, option) === 0) {
      settings.set(option.key, String(option.usual));
    }
  }
}

/** In the order in which Flink looks at them. */
function fixedPorts(settings: FlinkSettings): FixedPort[] {
  const always = [BLOB_SERVER, TASK_MANAGER_RPC, REST_BIND];
  return isHighlyAvailable(settings) ? [...always, { ...HIGHLY_AVAILABLE_RPC, usual: jobManagerRpc(settings) }] : always;
}

function jobManagerRpc(settings: FlinkSettings): number {
  return readWholeNumber(settings, 'jobmanager.rpc.port', 6123);
}

function givenPort(settings: FlinkSettings, option: FixedPort): number {
  const text = readText(settings, option);
  const port = text === undefined ? option.byDefault ?? 0 : parseJavaInt(text);
  if (port === undefined) {
    throw new Refusal({
      code: 'port-range',
      what: `${option.key} must be one port on Kubernetes`,
      got: shown(text),
      allowed: `a whole number; 0 for ${option.usual}`,
      fix: 'choose one port, or leave it unset',
    });
  }
  return port;
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
