import { textTable } from './text-table';
import { PlanFinding } from '../sizing/plan/plan-finding';

/** What cannot be made good, and what would mend it; nothing where there is nothing. */
export function findingList(findings: PlanFinding[], width: number): string[] {
  return findings.length === 0 ? [] : [[
    'FINDINGS',
    ...findings.map(({ code, message, fix }) => `  ${code}\n${textTable([[message], [`fix: ${fix}`]], width, '    ')}`),
  ].join('\n')];
}
