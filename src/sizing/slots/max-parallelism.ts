import { refuseDecidedCount } from './refuse-parallelism';
import { LARGEST_PARALLELISM } from './shape';
import { Refusal } from '../../refusal';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { SizingFacts } from '../facts/sizing-facts';

/**
 * Highly composite numbers that the operator's autoscaler documentation recommends, and their successors:
 * many divisors mean many parallelisms at which every slot owns the same number of key groups.
 */
const COMPOSITES = [120, 180, 240, 360, 720, 840, 1260, 1680, 2520, 5040, 7560, 10_080, 15_120, 20_160, 25_200, 27_720];
const ROOM_TO_GROW = 5;

/** The bound that rescaling can never pass without dropping state. */
export function maxParallelism({ request: { maxParallelism: given } }: SizingFacts, atBirth: number): Decided<number> {
  refuseDecidedCount('max-parallelism', 'maxParallelism', given, LARGEST_PARALLELISM);
  const room = (factor: number) => COMPOSITES.find((composite) => composite >= atBirth * factor) ?? LARGEST_PARALLELISM;
  if (given !== undefined && given < atBirth) {
    throw new Refusal({
      code: 'max-parallelism-below-parallelism',
      what: 'maxParallelism is below the parallelism',
      got: `maxParallelism ${given}, parallelism ${atBirth}`,
      allowed: `${atBirth} to ${LARGEST_PARALLELISM}`,
      fix: `leave it out for ${room(ROOM_TO_GROW)}, or raise it`,
    });
  }
  return new Decided('max-parallelism', room(ROOM_TO_GROW), given, (value) => Amount._count(value, ''), () => ({
    title: 'Max parallelism',
    low: room(2),
    high: room(10),
    reason: `room to grow ${ROOM_TO_GROW}-fold, with many divisors; it cannot change later without dropping state`,
    inputs: [`parallelism ${atBirth}`],
    rule: 'highly-composite-with-room',
    source: 'operator autoscaler docs recommend 120–720; Flink production readiness: set it explicitly',
  }));
}
