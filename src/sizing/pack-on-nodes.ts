import { NodeFit } from './node-fit';
import type { TuningPlan } from './tuning-plan';
import { NodeShape } from '../workload/node-shape';

export function packOnNodes(_plan: TuningPlan, _node: NodeShape): NodeFit {
  return { fits: true, nodes: 0, taskManagersPerNode: 0, problems: [] };
}
