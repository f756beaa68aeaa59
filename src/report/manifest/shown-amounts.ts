import { DecidedBy } from './manifest-explanation';
import { MEBIBYTE } from '../../units/bytes';
import { grouped } from '../../units/grouped-number';
import { mebibytes } from '../mebibytes';

/** `1,536 MiB`, and what is less than one in KiB or bytes. */
export function memoryShown(bytes: bigint): string {
  if (bytes >= MEBIBYTE || bytes === 0n) {
    return mebibytes(bytes);
  }
  return bytes % 1024n === 0n ? `${bytes / 1024n} KiB` : bytesShown(bytes);
}

/** To the byte. */
export function bytesShown(bytes: bigint): string {
  return `${String(bytes).replace(/\B(?=(\d{3})+$)/g, ',')} B`;
}

export function coresShown(cores: number): string {
  return `${grouped(cores)} ${cores === 1 ? 'core' : 'cores'}`;
}

export function counted(count: number, one: string, several = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : several}`;
}

/** `taskmanager.memory.managed.fraction 0.4, Flink's default`. */
export function decisionShown({ how, key, value, origin }: DecidedBy): string {
  switch (how) {
    case 'remainder': return 'what the other pools leave';
    case 'sum': return 'what the pools come to';
    default: return `${key} ${value}, ${origin}`;
  }
}
