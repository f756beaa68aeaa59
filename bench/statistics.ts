import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The middle of several measurements, and how far they reach. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Two things measured in turn: one pair, one ratio. */
export interface Comparison {
  readonly pairs: number;
  readonly ours: Spread;
  readonly theirs: Spread;
  readonly ratio: Spread;
  readonly difference: Spread;
}

/**
 * Measures ours and theirs in turn. A slow minute of the machine hits both halves of a pair, so the ratio
 * within a pair holds where the times do not; every other pair starts with theirs, so going first is no advantage.
 * One pair more than is asked for is measured and thrown away: it warms the caches and the compiler.
 */
export function compare(pairs: number, ours: () => number, theirs: () => number): Comparison {
  const measured = Array.from({ length: pairs + 1 }, (_, index) => {
    if (index % 2 === 0) {
      const a = ours();
      return { a, b: theirs() };
    }
    const b = theirs();
    return { a: ours(), b };
  }).slice(1);
  return {
    pairs,
    ours: spread(measured.map(({ a }) => a)),
    theirs: spread(measured.map(({ b }) => b)),
    ratio: spread(measured.map(({ a, b }) => a / b)),
    difference: spread(measured.map(({ a, b }) => a - b)),
  };
}

export function spread(values: number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return {
    median: sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2,
    min: sorted[0],
    max: sorted[sorted.length - 1],
  };
}

/** Milliseconds that `work` takes, without the garbage that somebody else left behind. */
export function milliseconds(work: () => void): number {
  collectGarbage();
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Calls a second over at least `slice` milliseconds of `work`, which does `calls` of them at a time. */
export function callsPerSecond(slice: number, calls: number, work: () => void): number {
  let rounds = 0;
  const start = process.hrtime.bigint();
  const end = start + BigInt(slice) * 1_000_000n;
  let now = start;
  while (now < end) {
    work();
    rounds += 1;
    now = process.hrtime.bigint();
  }
  return (rounds * calls * 1e9) / Number(now - start);
}

// The flag takes effect for contexts made after it, which spares the caller `node --expose-gc`.
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
