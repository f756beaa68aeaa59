import { Refusal } from '../refusal';

/** The refusal of a rule that a resource breaks, or undefined. */
export type Objection = Refusal | undefined;

export function broken(code: string, what: string, got: string, allowed: string, fix: string): Refusal {
  return new Refusal({ code, what, got, allowed, fix });
}

/**
 * The first objection, in the order of the rules. The operator looks into all rules before it picks one, so a
 * rule that cannot be looked into, an option that does not parse, comes before any objection: it is thrown.
 */
export function firstOf(...objections: Objection[]): Objection {
  return objections.find((objection) => objection !== undefined);
}
