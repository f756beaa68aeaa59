import { PodSource } from './pod-source';
import { KeyedOption, readBoolean, readText } from '../../flink/configuration/option-reading';
import { ExternalResource } from '../../flink/external-resources';
import { isHighlyAvailable } from '../../flink/high-availability';
import { TaskManagerMemory } from '../../flink/memory/task-manager-memory';
import { inHashOrder } from '../../units/java-hash-order';
import { javaDoubleText } from '../../units/java-text';
import { OperatorVersion } from '../operator-version';

const ENTRY_CLASS = '$internal.application.main';
const IGNORES_UNCLAIMED_STATE: KeyedOption = {
  key: 'execution.state-recovery.ignore-unclaimed-state', older: ['execution.savepoint.ignore-unclaimed-state'],
};
const RESTORE_PATH: KeyedOption = { key: 'execution.state-recovery.path', older: ['execution.savepoint.path'] };
const POD_IP = '$(_POD_IP_ADDRESS)';

export function entryCommand({ settings }: PodSource): string[] {
  return [settings.get('kubernetes.entry.path') ?? '/docker-entrypoint.sh'];
}

export function nativeJobManagerArguments({ spec, settings }: PodSource): string[] {
  const target = spec.job === undefined ? 'kubernetes-session' : 'kubernetes-application';
  return ['bash', '-c', `kubernetes-jobmanager.sh ${target} ${settings.get('kubernetes.jobmanager.entrypoint.args') ?? ''}`];
}

/**
 * What the JobManager tells each TaskManager: its name and its resources. A running JobManager adds the settings
 * that it started with beyond the configuration file, such as its own memory and a directory made up at start.
 */
export function nativeTaskManagerArguments({ settings }: PodSource, podName: string, resources: TaskManagerResources): string[] {
  const properties = `-Dtaskmanager.resource-id='${podName}'`;
  const own = settings.get('kubernetes.taskmanager.entrypoint.args') ?? '';
  return ['bash', '-c', `kubernetes-taskmanager.sh ${properties} ${resourceArguments(resources)} ${own}`];
}

/** A session adds to the arguments of the template, an application replaces them. */
export function standaloneJobManagerArguments(source: PodSource, inTemplate: readonly string[]): string[] {
  const { spec, settings, release } = source;
  const addresses = isHighlyAvailable(settings) ? addressArguments(release, spec.job !== undefined) : [];
  if (spec.job === undefined) {
    return [...inTemplate, 'jobmanager', ...addresses];
  }
  const entryClass = settings.get(ENTRY_CLASS);
  const restorePath = readText(settings, RESTORE_PATH);
  return [
    'standalone-job',
    ...(entryClass === undefined ? [] : ['--job-classname', entryClass]),
    ...(readBoolean(settings, IGNORES_UNCLAIMED_STATE, false) ? ['--allowNonRestoredState'] : []),
    ...(restorePath === undefined ? [] : ['--fromSavepoint', restorePath]),
    ...addresses,
    ...(spec.job.args ?? []),
  ];
}

export interface TaskManagerResources {
  readonly memory: TaskManagerMemory;
  readonly cpu: number;
  readonly slots: number;
  readonly external: readonly ExternalResource[];
}

/** Each JobManager of a highly available cluster is known by the address of its pod. */
function addressArguments(release: OperatorVersion, application: boolean): string[] {
  if (release._isAtLeast(OperatorVersion.V1_16)) {
    return ['-D', `jobmanager.rpc.address=${POD_IP}`];
  }
  return application ? ['--host', POD_IP] : [POD_IP];
}

function resourceArguments({ memory, cpu, slots, external }: TaskManagerResources): string {
  const properties: [key: string, value: string][] = [
    ['taskmanager.cpu.cores', javaDoubleText(cpu)],
    ['taskmanager.memory.framework.heap.size', `${memory.frameworkHeap}b`],
    ['taskmanager.memory.framework.off-heap.size', `${memory.frameworkOffHeap}b`],
    ['taskmanager.memory.task.heap.size', `${memory.taskHeap}b`],
    ['taskmanager.memory.task.off-heap.size', `${memory.taskOffHeap}b`],
    ['taskmanager.memory.network.min', `${memory.network}b`],
    ['taskmanager.memory.network.max', `${memory.network}b`],
    ['taskmanager.memory.managed.size', `${memory.managed}b`],
    ['taskmanager.memory.jvm-metaspace.size', `${memory.jvmMetaspace}b`],
    ['taskmanager.memory.jvm-overhead.min', `${memory.jvmOverhead}b`],
    ['taskmanager.memory.jvm-overhead.max', `${memory.jvmOverhead}b`],
    ['taskmanager.numberOfTaskSlots', String(slots)],
    ['external-resources', external.length === 0 ? 'none' : `"${external.map(({ name }) => name).join(';')}"`],
    ...external.map(({ name, amount }): [string, string] => [`external-resource.${name}.amount`, String(amount)]),
  ];
  return inHashOrder(properties, ([key]) => key).map(([key, value]) => `-D ${key}=${value}`).join(' ');
}
