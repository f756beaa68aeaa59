import { MEBIBYTE } from '../units/bytes';
import { grouped } from '../units/grouped-number';

/** `3,584 MiB`, what is not whole left off. */
export function mebibytes(bytes: bigint): string {
  return `${grouped(Number(bytes / MEBIBYTE))} MiB`;
}
