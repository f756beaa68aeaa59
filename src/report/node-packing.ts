import { textTable } from './text-table';
import { TuningPlan } from '../sizing/plan/tuning-plan';
import { grouped, percent } from '../units/grouped-number';
import { MemorySize } from '../units/memory-size';
import { NodeShape } from '../workload/node-shape';

/** How the pods of a plan come to lie on nodes of one kind. */
export function nodePacking(plan: TuningPlan, node: NodeShape, width: number): string {
  const { fits, nodes, taskManagersPerNode, limitedBy, idleCores, idleCpuShare, idleMemory, idleMemoryShare, problems } = plan.fitsNodes(node);
  const title = `ON NODES OF ${node.cpu} AND ${MemorySize.fromSize(node.memory)}`;
  const rows = fits
    ? [
      ['nodes', `${grouped(nodes)}, ${nodes === 1 ? '' : 'each '}with room for ${grouped(taskManagersPerNode)} ${taskManagersPerNode === 1 ? 'TaskManager' : 'TaskManagers'}; ${limitedBy} allows no more`],
      ['idle', `${grouped(idleCores)} cores (${roughly(idleCpuShare)}) and ${idleMemory} (${roughly(idleMemoryShare)})`],
    ]
    : problems.map((problem) => ['does not fit', problem]);
  return `${title}\n${textTable(rows, width, '  ')}`;
}

/** A whole percentage. */
function roughly(share: number): string {
  return percent(Math.round(share * 100) / 100);
}
