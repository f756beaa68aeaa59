import { readMemory } from './memory-settings';
import { Refusal, shown } from '../../refusal';
import { MEBIBYTE } from '../../units/bytes';
import { parseJavaInt } from '../../units/java-number';
import { FlinkSettings } from '../configuration/flink-settings';

const HEAP = 'jobmanager.memory.heap.size';
const LEGACY_HEAP = 'jobmanager.heap.size';
const LEGACY_HEAP_MEBIBYTES = 'jobmanager.heap.mb';

const LEGACY_BUFFERS = 'taskmanager.network.numberOfBuffers';
const SEGMENT = { key: 'taskmanager.memory.segment-size' };
const DEFAULT_SEGMENT = 32n * 1024n;
/** Powers of two that fit Java's int. */
const SEGMENTS = Array.from({ length: 19 }, (_, index) => 2n ** BigInt(index + 12));
const NETWORK = ['fraction', 'min', 'max'].flatMap((bound) => [`taskmanager.memory.network.${bound}`, `taskmanager.network.memory.${bound}`]);

/** Flink 1.x takes the JobManager's heap from its two oldest options when the newer one is not set; 2.x ignores them. */
export function withLegacyHeap(settings: FlinkSettings): FlinkSettings {
  const legacy = settings.has(HEAP) ? undefined : settings.get(LEGACY_HEAP) ?? mebibytes(settings.get(LEGACY_HEAP_MEBIBYTES));
  return legacy === undefined ? settings : new Map(settings).set(HEAP, legacy);
}

/** Flink 1.x takes a count of network buffers for a fixed network memory when none of its bounds is set; 2.x ignores it. */
export function withLegacyNetworkBuffers(settings: FlinkSettings): FlinkSettings {
  const count = settings.get(LEGACY_BUFFERS);
  if (count === undefined || NETWORK.some((key) => settings.has(key))) {
    return settings;
  }
  const buffers = parseJavaInt(count);
  const segment = readMemory(settings, SEGMENT) ?? DEFAULT_SEGMENT;
  if (buffers === undefined || buffers < 0 || !SEGMENTS.includes(segment)) {
    throw refused(LEGACY_BUFFERS, `${count} buffers of ${segment} bytes`, 'a whole number of buffers, each a power of two from 4096 bytes on');
  }
  const bytes = `${BigInt(buffers) * segment}b`;
  return new Map(settings).set('taskmanager.memory.network.min', bytes).set('taskmanager.memory.network.max', bytes);
}

function mebibytes(text: string | undefined): string | undefined {
  if (text === undefined) {
    return undefined;
  }
  const amount = parseJavaInt(text);
  if (amount === undefined || amount < 0) {
    throw refused(LEGACY_HEAP_MEBIBYTES, shown(text), 'a whole number of mebibytes');
  }
  return `${BigInt(amount) * MEBIBYTE}b`;
}

function refused(key: string, got: string, allowed: string): Refusal {
  return new Refusal({ code: 'legacy-memory', what: `Flink cannot read ${key}`, got, allowed, fix: 'use the options jobmanager.memory.* and taskmanager.memory.*' });
}
