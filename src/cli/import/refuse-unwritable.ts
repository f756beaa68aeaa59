import { Refusal } from '../../refusal';

/** Names that cdk8s takes for something of JavaScript's own. */
const NO_FIELDS = ['constructor', '__proto__'];

/** Refuses what cdk8s could not bring back as it was. */
export function refuseUnwritable(value: unknown): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (NO_FIELDS.includes(key)) {
      throw new Refusal({
        code: 'import-not-written',
        what: 'cdk8s writes no field of this name',
        got: key,
        allowed: 'other names',
        fix: 'rename or remove it',
      });
    }
    refuseUnwritable(inner);
  }
}
