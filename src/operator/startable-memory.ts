import { FlinkSettings } from '../flink/configuration/flink-settings';
import { readMemory } from '../flink/memory/memory-settings';
import { ProcessOptions } from '../flink/memory/process-memory';
import { smallestProcess } from '../flink/memory/smallest-process';
import { Refusal } from '../refusal';
import { ceilToMebibyte, MEBIBYTE, renderBytes } from '../units/bytes';

/** The memory of a role; a process that is only too small is refused with the size that would do. */
export function startableMemory<T>(settings: FlinkSettings, options: ProcessOptions, derive: (settings: FlinkSettings) => T): T {
  try {
    return derive(settings);
  } catch (error) {
    const tooSmall = error instanceof Refusal && error.code !== 'memory-not-configured';
    const needed = tooSmall ? smallestProcess(settings, options.processSize.key, derive) : undefined;
    if (!(error instanceof Refusal) || needed === undefined) {
      throw error;
    }
    throw new Refusal({
      code: 'process-memory-too-small',
      what: `Flink cannot start a ${options.role} with this memory: ${error.message.split(' [')[0]}`,
      got: sizeShown(settings, options),
      allowed: `${ceilToMebibyte(needed) / MEBIBYTE} MiB and more, with the other settings as they are`,
      fix: `raise the memory of the ${options.role}, or leave it out to have it derived`,
    });
  }
}

function sizeShown(settings: FlinkSettings, { processSize }: ProcessOptions): string {
  const size = readMemory(settings, processSize);
  return size === undefined ? 'nothing' : renderBytes(size);
}
