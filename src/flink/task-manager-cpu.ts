import { Refusal } from '../refusal';
import { FlinkSettings } from './configuration/flink-settings';
import { readDecimal, readWholeNumber } from './configuration/option-reading';

export const CORES = 'taskmanager.cpu.cores';
const AMOUNT = { key: 'kubernetes.taskmanager.cpu.amount', older: ['kubernetes.taskmanager.cpu'] };

export function taskSlots(settings: FlinkSettings): number {
  return readWholeNumber(settings, 'taskmanager.numberOfTaskSlots', 1);
}

/** The amount for Kubernetes, which alone a standalone TaskManager gets: Flink's own default of -1 would reach Kubernetes. */
export function kubernetesCpu(settings: FlinkSettings): number {
  return readDecimal(settings, AMOUNT, -1);
}

/** What a native TaskManager gets: its cores, or else the amount for Kubernetes, or else one for each slot; eight decimals. */
export function nativeTaskManagerCpu(settings: FlinkSettings): number {
  return cutToEightDecimals(taskManagerCores(settings, kubernetesCpu(settings)));
}

/** Whoever builds a JobManager looks at this too, without the amount for Kubernetes. */
export function taskManagerCores(settings: FlinkSettings, amount = -1): number {
  const cores = settings.has(CORES) ? readDecimal(settings, CORES, 0) : amount > 0 ? amount : taskSlots(settings);
  if (!(cores > 0 && cores < Infinity)) {
    throw new Refusal({
      code: 'task-manager-cpu',
      what: 'a TaskManager needs CPU',
      got: String(cores),
      allowed: 'above 0',
      fix: `leave ${CORES} unset and set spec.taskManager.resource.cpu`,
    });
  }
  return cores;
}

function cutToEightDecimals(value: number): number {
  if (Number.isInteger(value)) {
    return value;
  }
  const text = String(value).includes('e') ? value.toFixed(20) : String(value);
  const [whole, decimals = ''] = text.split('.');
  return Number(`${whole}.${decimals.slice(0, 8)}`);
}
