import { unlessEmpty } from './containers';
import { affinity } from './node-affinity';
import { agreed } from './pod-conflict';
import { PodContribution } from './pod-contribution';

const FIELDS = [
  'nodeAffinity', 'tolerations', 'topologySpread', 'priorityClassName', 'runtimeClassName', 'schedulerName', 'terminationGracePeriod',
] as const;

type Placing = Pick<PodContribution, typeof FIELDS[number]>;

/** Where the pods run and who places them. */
export function podPlacement(contributions: PodContribution[], selector: Record<string, string>): Record<string, unknown> {
  // Most strategies have no say in it.
  const placing: Placing[] = contributions.filter((each) => FIELDS.some((field) => each[field] !== undefined));
  if (placing.length === 0) {
    return {};
  }
  const all = <T>(listOf: (each: Placing) => T[] | undefined): T[] => placing.flatMap((each) => listOf(each) ?? []);
  const one = <T extends string | number>(what: string, valueOf: (each: Placing) => T | undefined) => agreed(what, placing.map(valueOf));
  const single = {
    affinity: affinity(all(({ nodeAffinity }) => nodeAffinity)),
    priorityClassName: one('priority class', ({ priorityClassName }) => priorityClassName),
    runtimeClassName: one('runtime class', ({ runtimeClassName }) => runtimeClassName),
    schedulerName: one('scheduler', ({ schedulerName }) => schedulerName),
    terminationGracePeriodSeconds: one('grace period', ({ terminationGracePeriod }) => terminationGracePeriod?.toSeconds()),
  };
  return {
    ...Object.fromEntries(Object.entries(single).filter(([, value]) => value !== undefined)),
    ...unlessEmpty('tolerations', all(({ tolerations }) => tolerations).map((toleration) => toleration._render())),
    ...unlessEmpty('topologySpreadConstraints', all(({ topologySpread }) => topologySpread).map((spread) => spread._render(selector))),
  };
}
