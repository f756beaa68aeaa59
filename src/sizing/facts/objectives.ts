import { SizingFacts } from './sizing-facts';

/** True where an answer or a recovery soon is worth something: then backpressure must not hold checkpoints up. */
export function isUrgent({ latencySeconds, given: { recoveryTimeObjective, recoveryPointObjective, exactlyOnceSink } }: SizingFacts): boolean {
  return latencySeconds <= 1 || recoveryTimeObjective !== undefined || recoveryPointObjective !== undefined || exactlyOnceSink === true;
}

/** The objectives as inputs of a decision. */
export function describeObjectives({ latencySeconds, given }: SizingFacts): string[] {
  return [
    `latency objective ${latencySeconds} s`,
    ...(given.recoveryTimeObjective === undefined ? [] : [`recovery time objective ${given.recoveryTimeObjective.toHumanString()}`]),
    ...(given.recoveryPointObjective === undefined ? [] : [`recovery point objective ${given.recoveryPointObjective.toHumanString()}`]),
    ...(given.exactlyOnceSink === true ? ['a sink that shows its records with each checkpoint'] : []),
  ];
}
