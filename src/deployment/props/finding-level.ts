import { Refusal } from '../../refusal';
import { PlanFinding } from '../../sizing/plan/plan-finding';

/** What becomes of a finding. */
export enum FindingLevel {
  /** Nobody is told. */
  OFF = 'off',
  /** `findings` and the explanation tell it. */
  TOLD = 'told',
  /** The cluster is refused, with the finding's code. */
  ERROR = 'error',
}

/** The findings that are told; throws the first that is an error. */
export function findingsByLevel(findings: PlanFinding[], levels: Record<string, FindingLevel> = {}): PlanFinding[] {
  const error = findings.find(({ code }) => levels[code] === FindingLevel.ERROR);
  if (error !== undefined) {
    const { code, message, fix } = error;
    throw new Refusal({ code, what: message, got: 'a finding', allowed: `none of this kind: findingLevels makes ${code} an error`, fix });
  }
  return findings.filter(({ code }) => levels[code] !== FindingLevel.OFF);
}
