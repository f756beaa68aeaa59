import { SizedDeployment } from './sized-deployment';
import { WorkloadFile } from './workload-file';
import { alternativeList } from '../report/alternative-list';
import { autoscalerSettings } from '../report/autoscaler-settings';
import { decisionTable } from '../report/decision-table';
import { WIDTH } from '../report/explained';
import { findingList } from '../report/finding-list';
import { measureFirst } from '../report/measure-first';
import { memoryPicture } from '../report/memory-picture';
import { nodePacking } from '../report/node-packing';
import { planHeading } from '../report/plan-heading';
import { textTable } from '../report/text-table';

/** Beyond this a line is hard to follow with the eye. */
const WIDEST = 120;
const NARROWEST = 80;

/** The plan as a person reads it; section after section, each with its title in the first line. */
export function sizeTable(file: WorkloadFile, { explained, nodeShape }: SizedDeployment, columns: number | undefined, colours: boolean): string {
  const width = columns === undefined ? WIDTH : Math.min(Math.max(columns, NARROWEST), WIDEST);
  const { plan } = explained;
  const emphasized = (code: number) => (section: string) => (colours ? section.replace(/^.*/, (title) => `\u001b[${code}m${title}\u001b[0m`) : section);
  const [bold, yellow] = [emphasized(1), emphasized(33)];
  return [
    bold([planHeading(explained, width), ...ownNumbers(file, width)].join('\n')),
    ...findingList(plan.findings, width).map(yellow),
    ...decisionTable(explained, width).map(bold),
    bold(memoryPicture(explained.cluster, width)),
    ...alternativeList(plan, width).map(bold),
    ...(nodeShape === undefined ? [] : [bold(nodePacking(plan, nodeShape, width))]),
    bold(autoscalerSettings(plan, width)),
    ...measureFirst(plan, width).map(bold),
  ].join('\n\n') + '\n';
}

/** Numbers of the user's in the place of a rule's. */
function ownNumbers({ calibration = {}, assumptions = {} }: WorkloadFile, width: number): string[] {
  const rows = [['measured', calibration], ['assumed by you', assumptions]].flatMap(([title, numbers]) => {
    const given = Object.entries(numbers).map(([name, value]) => `${name} ${value}`);
    return given.length === 0 ? [] : [[title as string, given.join(', ')]];
  });
  return rows.length === 0 ? [] : [textTable(rows, width)];
}
