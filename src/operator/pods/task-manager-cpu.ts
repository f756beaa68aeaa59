import { readNumber, readWhole } from './pod-option';
import { FlinkSettings } from '../../flink/memory/memory-settings';
import { Refusal } from '../../refusal';

const CORES = 'taskmanager.cpu.cores';
const AMOUNT = ['kubernetes.taskmanager.cpu.amount', 'kubernetes.taskmanager.cpu'];

/** What a standalone TaskManager gets; Flink's own default of -1 would reach Kubernetes. */
export function standaloneTaskManagerCpu(settings: FlinkSettings): number {
  return readNumber(settings, AMOUNT, -1);
}

/** What a native TaskManager gets: its cores, or else the amount for Kubernetes, or else one for each slot; eight decimals. */
export function nativeTaskManagerCpu(settings: FlinkSettings): number {
  return cutToEightDecimals(positiveCpu(settings, readNumber(settings, AMOUNT, -1)));
}

/** Whoever builds a JobManager looks at this too, without the amount for Kubernetes. */
export function refuseTaskManagerWithoutCpu(settings: FlinkSettings): void {
  positiveCpu(settings, -1);
}

export function taskSlots(settings: FlinkSettings): number {
  return readWhole(settings, ['taskmanager.numberOfTaskSlots'], 1);
}

function positiveCpu(settings: FlinkSettings, amount: number): number {
  const cores = settings.has(CORES) ? readNumber(settings, [CORES], 0) : amount > 0 ? amount : taskSlots(settings);
  if (!(cores > 0)) {
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
  const text = String(value).includes('e') ? value.toFixed(20) : String(value);
  const [whole, decimals = ''] = text.split('.');
  return Number(`${whole}.${decimals.slice(0, 8)}`);
}
