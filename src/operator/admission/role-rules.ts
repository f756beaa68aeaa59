import { broken, firstOf, Objection } from '../broken-rule';
import { definesMemory, requirementsObjection } from './resource-requirements';
import { resourceObjection } from './resource-rules';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { externalResources } from '../../flink/external-resources';
import { isHighlyAvailable } from '../../flink/high-availability';
import { jobManagerMemory } from '../../flink/memory/job-manager-memory';
import { withLegacyHeap, withLegacyNetworkBuffers } from '../../flink/memory/legacy-memory';
import { taskManagerMemory } from '../../flink/memory/task-manager-memory';
import { taskManagerCores } from '../../flink/task-manager-cpu';
import { refusalIn } from '../../refusal';
import { isBlank } from '../../units/java-text';
import { ManifestRole } from '../manifest/flink-manifests';
import { OperatorVersion } from '../operator-version';

/** The JobManager: its memory is given or follows from the options, its amounts can be read, its replicas have high availability. */
export function jobManagerObjection(role: ManifestRole | undefined, settings: FlinkSettings, release: OperatorVersion): Objection {
  const memory = memoryObjection('JobManager', role, release, () => jobManagerMemory(withLegacyHeap(settings)));
  if (role === undefined) {
    return memory;
  }
  return firstOf(memory, ...amountObjections('JobManager', role, release), jobManagerReplicas(role.replicas ?? 1, settings));
}

/** The TaskManager: likewise, and a count of at least one where one is given. */
export function taskManagerObjection(role: ManifestRole | undefined, settings: FlinkSettings, release: OperatorVersion): Objection {
  const memory = memoryObjection('TaskManager', role, release, () => startTaskManager(settings));
  if (role === undefined) {
    return memory;
  }
  const replicas = role.replicas === undefined || role.replicas >= 1 ? undefined
    : broken('task-manager-replicas', 'a cluster needs TaskManagers', `taskManager.replicas ${role.replicas}`, '1 and more', 'raise or remove taskManager.replicas');
  return firstOf(memory, ...amountObjections('TaskManager', role, release), replicas);
}

/** Only where the resource says nothing does the operator look whether Flink could make do with the options. */
function memoryObjection(name: string, role: ManifestRole | undefined, release: OperatorVersion, derive: () => unknown): Objection {
  if (!isBlank(role?.resource?.memory) || (release._isAtLeast(OperatorVersion.V1_16) && definesMemory(role?.resources))) {
    return undefined;
  }
  const reason = refusalIn(derive);
  if (reason === undefined) {
    return undefined;
  }
  const field = `spec.${name === 'JobManager' ? 'jobManager' : 'taskManager'}.resource.memory`;
  const without = (code: string) => broken(code, `the ${name} has no memory that Flink could start with`,
    `no ${field}, and of the options: ${reason.message.split(' [')[0]}`, field, `set ${field}`);
  return name === 'JobManager' ? without('job-manager-memory') : without('task-manager-memory');
}

function amountObjections(name: string, role: ManifestRole, release: OperatorVersion): Objection[] {
  const resource = resourceObjection(name, role.resource);
  return release._isAtLeast(OperatorVersion.V1_16) ? [resource, requirementsObjection(name, role.resources)] : [resource];
}

function jobManagerReplicas(replicas: number, settings: FlinkSettings): Objection {
  if (replicas < 1) {
    return broken('job-manager-replicas', 'a cluster needs a JobManager', `jobManager.replicas ${replicas}`, '1 and more', 'raise or remove jobManager.replicas');
  }
  return replicas === 1 || isHighlyAvailable(settings) ? undefined
    : broken('standby-without-ha', 'standby JobManagers need high availability', `${replicas} JobManagers`,
      '1, or high-availability.type: kubernetes', 'set jobManager.replicas to 1');
}

/** What Flink reads beside the sizes before it has a TaskManager: slots, cores and external resources. */
function startTaskManager(settings: FlinkSettings): void {
  taskManagerMemory(withLegacyNetworkBuffers(settings));
  taskManagerCores(settings);
  externalResources(settings);
}
