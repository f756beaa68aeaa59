import { textTable } from './text-table';
import { TuningPlan } from '../sizing/plan/tuning-plan';

/** The neighbours of a plan, the cheaper ones first: what each is and costs, and below it what it risks. */
export function alternativeList(plan: TuningPlan, width: number): string[] {
  const alternatives = plan.alternatives();
  const rows = [true, false].flatMap((cheaper) => alternatives.filter((alternative) => alternative.cheaper === cheaper)
    .flatMap(({ title, cost, risk }) => [[cheaper ? 'cheaper' : 'safer', `${title}: ${cost}`], ['', risk]]));
  return rows.length === 0 ? [] : [`ALTERNATIVES\n${textTable(rows, width, '  ')}`];
}
