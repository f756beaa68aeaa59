import { ClusterParts } from './cluster-parts';
import { isFloatingTag } from '../../flink/flink-image';
import { PlanFinding } from '../../sizing/plan/plan-finding';

/** The image's entry point knows a plugin by its exact file, and stops at one that it does not have. */
export function floatingTag(image: string, { jobManagerPlugins: [plugin] }: ClusterParts): PlanFinding[] {
  return plugin === undefined || !isFloatingTag(image) ? [] : [{
    code: 'floating-tag',
    message: `image "${image}" moves to the next patch of Flink, which has no ${plugin}: its pods would not start any more`,
    fix: 'write the patch in the tag, for example flink:1.20.5, and move it by an upgrade',
  }];
}
