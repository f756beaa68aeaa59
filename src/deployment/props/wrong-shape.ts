import { Refusal } from '../../refusal';

/** A property that plain JavaScript has let through: not there, or of another type. */
export function wrongShape(property: string, value: unknown, allowed: string, example: string): Refusal {
  return new Refusal({
    code: 'property-shape',
    what: `${property} is missing or is not what it must be`,
    got: value === null || value === undefined ? 'nothing' : typeof value,
    allowed,
    fix: `for example ${example}`,
  });
}
