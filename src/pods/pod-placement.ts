import { unlessEmpty } from './containers';
import { affinity } from './node-affinity';
import { agreed } from './pod-conflict';
import { PodContribution } from './pod-contribution';

/** Where the pods run and who places them. */
export function podPlacement(contributions: PodContribution[], selector: Record<string, string>): Record<string, unknown> {
  const all = <T>(listOf: (each: PodContribution) => T[] | undefined): T[] => contributions.flatMap((each) => listOf(each) ?? []);
  const one = <T extends string | number>(what: string, valueOf: (each: PodContribution) => T | undefined) =>
    agreed(what, contributions.map(valueOf));
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
