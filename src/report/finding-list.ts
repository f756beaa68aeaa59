import { textTable } from './text-table';
import { TuningPlan } from '../sizing/plan/tuning-plan';

/** What the plan cannot make good, and what would mend it; nothing where there is nothing. */
export function findingList({ findings }: TuningPlan, width: number): string[] {
  return findings.length === 0 ? [] : [[
    'FINDINGS',
    ...findings.map(({ code, message, fix }) => `  ${code}\n${textTable([[message], [`fix: ${fix}`]], width, '    ')}`),
  ].join('\n')];
}
