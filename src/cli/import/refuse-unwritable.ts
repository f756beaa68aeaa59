import { Refusal } from '../../refusal';

/** Names that cdk8s takes for something of JavaScript's own. */
const NO_FIELDS = ['constructor', '__proto__'];

/** Refuses what no TypeScript and cdk8s could bring back as it was. */
export function refuseUnwritable(value: unknown): void {
  if (typeof value === 'bigint') {
    throw unwritable('a number in TypeScript has no room for all of its digits', 'a whole number beyond 2^53', 'whole numbers up to 2^53', 'choose a smaller one');
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value) && NO_FIELDS.includes(key)) {
        throw unwritable('cdk8s writes no field of this name', key, 'other names', 'rename or remove it');
      }
      refuseUnwritable(inner);
    }
  }
}

function unwritable(what: string, got: string, allowed: string, fix: string): Refusal {
  return new Refusal({ code: 'import-not-written', what, got, allowed, fix });
}
