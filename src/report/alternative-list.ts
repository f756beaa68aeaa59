import { textTable } from './text-table';
import { TuningPlan } from '../sizing/tuning-plan';

/** The neighbours of a plan, the cheaper ones first. */
export function alternativeList(plan: TuningPlan, width: number): string[] {
  const alternatives = plan.alternatives();
  const rows = [true, false].flatMap((cheaper) => alternatives.filter((alternative) => alternative.cheaper === cheaper)
    .map(({ title, cost, risk }) => [cheaper ? 'cheaper' : 'safer', title, cost, risk]));
  return rows.length === 0 ? [] : [`ALTERNATIVES\n${textTable(rows, width, '  ')}`];
}
