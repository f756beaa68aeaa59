import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readTime } from '../../flink/configuration/option-reading';
import { renderMilliseconds } from '../../units/flink-duration';

export const INTERVAL = 'execution.checkpointing.interval';
export const MIN_PAUSE = 'execution.checkpointing.min-pause';
export const TIMEOUT = 'execution.checkpointing.timeout';

const MILLISECOND = 1_000_000n;
export const SECOND = 1_000n * MILLISECOND;

/** Nanoseconds from one checkpoint to the next as they are written; nothing where Flink makes none, as in batch. */
export function checkpointInterval(settings: FlinkSettings): bigint | undefined {
  const interval = readTime(settings, INTERVAL, 0n);
  return interval > 0n && !runsAsBatch(settings) ? interval : undefined;
}

/** Nanoseconds from the end of a checkpoint to the next. */
export function minPause(settings: FlinkSettings): bigint {
  return readTime(settings, MIN_PAUSE, 0n);
}

/** Nanoseconds after which a checkpoint is given up. */
export function checkpointTimeout(settings: FlinkSettings): bigint {
  return readTime(settings, TIMEOUT, 600n * SECOND);
}

export function runsAsBatch(settings: FlinkSettings): boolean {
  return settings.get('execution.runtime-mode')?.trim().toUpperCase() === 'BATCH';
}

/** `90s`; parts of a millisecond left off. */
export function timeShown(nanoseconds: bigint): string {
  return renderMilliseconds(Number(nanoseconds / MILLISECOND));
}
