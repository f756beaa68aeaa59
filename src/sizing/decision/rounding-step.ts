/**
 * The step, a power of two, by which what each of so many pods asks for is rounded up. All of it together stays below
 * what one pod more would ask for in any case, so that a larger job never asks for less than a smaller one.
 */
export function roundingStep(pods: number, leastOfAPod: number, largest: number): number {
  const share = leastOfAPod / (pods + 1) - 1;
  return share < 1 ? 1 : Math.min(largest, 2 ** Math.floor(Math.log2(share)));
}
