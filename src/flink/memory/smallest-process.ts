import { refusalIn } from '../../refusal';
import { MEBIBYTE } from '../../units/bytes';
import { FlinkSettings } from '../configuration/flink-settings';

const LARGEST_MEBIBYTES = 1024 * 1024;

/**
 * The smallest process size in whole mebibytes with which Flink starts, all other settings as they are;
 * undefined when 1 TiB would not help either. Where the parts leave the process no room to vary, a larger one
 * fails too, and there is nothing to advise.
 */
export function smallestProcess(
  settings: FlinkSettings, processKey: string, derive: (settings: FlinkSettings) => unknown,
): bigint | undefined {
  const starts = (mebibytes: number) => refusalIn(() => derive(new Map(settings).set(processKey, `${mebibytes}m`))) === undefined;
  if (!starts(LARGEST_MEBIBYTES)) {
    return undefined;
  }
  let tooSmall = 0;
  let enough = LARGEST_MEBIBYTES;
  while (enough - tooSmall > 1) {
    const middle = Math.floor((tooSmall + enough) / 2);
    if (starts(middle)) {
      enough = middle;
    } else {
      tooSmall = middle;
    }
  }
  return BigInt(enough) * MEBIBYTE;
}
