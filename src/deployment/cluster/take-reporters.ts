import { ClusterParts } from './cluster-parts';
import { Refusal, shown } from '../../refusal';
import { authorOf, CompleteProps } from '../defaults/complete-props';

/** Asks all reporters; two under one name would be one with the options of both. */
export function takeReporters(cluster: ClusterParts, { metricReporters = [], inherited }: CompleteProps): void {
  const taken = new Set<string>();
  for (const reporter of metricReporters) {
    const config = reporter.bind(cluster.context);
    for (const { key } of config.settings ?? []) {
      const name = /^metrics\.reporter\.([^.]+)\.factory\.class$/.exec(key)?.[1];
      if (name !== undefined && taken.has(name)) {
        throw nameTaken(name);
      }
      if (name !== undefined) {
        taken.add(name);
      }
    }
    cluster.take(authorOf(inherited, 'metricReporters', reporter), config);
  }
}

function nameTaken(name: string): Refusal {
  return new Refusal({
    code: 'reporter-name-taken',
    what: 'two metric reporters of one cluster have the same name',
    got: shown(name),
    allowed: 'each name once',
    fix: 'give one of them another `name`',
  });
}
