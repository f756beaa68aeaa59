import type { TuningPlan } from './tuning-plan';
import { MEBIBYTE } from '../../units/bytes';
import { grouped } from '../../units/grouped-number';

/** What one plan asks for beyond another, over all pods; negative where it asks for less. */
export interface CostDifference {
  readonly cores: number;
  readonly memoryMebibytes: number;
  readonly diskMebibytes: number;
  /** CPU and memory, each as a share of the other plan's: what alternatives are ordered by. */
  readonly share: number;
}

export function costDifference(of: TuningPlan, than: TuningPlan): CostDifference {
  const millis = of.totalCpu.amountInMillis - than.totalCpu.amountInMillis;
  const bytes = Number(of.totalMemory._bytes - than.totalMemory._bytes);
  return {
    cores: millis / 1000,
    memoryMebibytes: bytes / Number(MEBIBYTE),
    diskMebibytes: diskOf(of) - diskOf(than),
    share: millis / than.totalCpu.amountInMillis + bytes / than.totalMemory.bytes,
  };
}

/** No more CPU and memory, and less of something; disk is cheap beside them, so it decides only where they are the same. */
export function isCheaper({ cores, memoryMebibytes, diskMebibytes }: CostDifference): boolean {
  const dear = [cores, memoryMebibytes];
  return Math.max(...dear) <= 0 && (Math.min(...dear) < 0 || diskMebibytes < 0);
}

export function describeCost({ cores, memoryMebibytes, diskMebibytes }: CostDifference): string {
  const said = [
    moreOrLess(cores, Math.abs(cores) === 1 ? 'core' : 'cores'),
    moreOrLess(memoryMebibytes, 'MiB of memory'),
    moreOrLess(diskMebibytes / 1024, 'GiB of disk'),
  ].filter((text) => text !== '');
  return said.length === 0 ? 'as much CPU, memory and disk' : said.join(', ');
}

function moreOrLess(amount: number, unit: string): string {
  return amount === 0 ? '' : `${grouped(Math.abs(amount))} ${unit} ${amount > 0 ? 'more' : 'less'}`;
}

function diskOf({ taskManagers, localDisk }: TuningPlan): number {
  return taskManagers * (localDisk?.mebibytes ?? 0);
}
