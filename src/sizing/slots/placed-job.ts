import { Shape } from './shape';
import { SizingFacts } from '../facts/sizing-facts';
import { StateLocation } from '../facts/state-location';

/** The job, where it has been put: its facts, where its state lives and how it is spread. */
export interface PlacedJob {
  readonly facts: SizingFacts;
  readonly location: StateLocation;
  readonly shape: Shape;
}

/** State of one slot, as stored, when keys spread evenly. */
export function stateOfSlot({ facts, shape }: PlacedJob): number {
  return facts.state.mebibytes / shape.parallelism;
}
