/** What one run took, in milliseconds: by the clock, and on all cores together. */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

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
  readonly difference: Spread;
  readonly ratio: Spread;
  /** Steadier than the ratio by the clock when other work wants the same cores. */
  readonly cpuRatio: Spread;
}

/**
 * Measures ours and theirs in turn. A slow minute of the machine hits both halves of a pair, so the ratio
 * within a pair holds where the times do not; every other pair starts with theirs, so going first is no advantage.
 * The first pair is thrown away: it fills the disk cache for the others.
 */
export function compare(pairs: number, ours: () => Cost, theirs: () => Cost): Comparison {
  const measured = Array.from({ length: pairs + 1 }, (_, index) => {
    if (index % 2 === 0) {
      const first = ours();
      return { a: first, b: theirs() };
    }
    const first = theirs();
    return { a: ours(), b: first };
  }).slice(1);
  return {
    pairs,
    ours: spread(measured.map(({ a }) => a.wall)),
    theirs: spread(measured.map(({ b }) => b.wall)),
    difference: spread(measured.map(({ a, b }) => a.wall - b.wall)),
    ratio: spread(measured.map(({ a, b }) => a.wall / b.wall)),
    cpuRatio: spread(measured.map(({ a, b }) => a.cpu / b.cpu)),
  };
}

export function spread(values: number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return { median: (low + high) / 2, min: sorted[0], max: sorted[sorted.length - 1] };
}
