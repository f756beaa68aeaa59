import { readOption } from '../../flink/configuration/option-spelling';
import { isHighlyAvailable } from '../../flink/high-availability';
import { EffectiveCluster } from '../../operator/effective-cluster';

/** What a resource sets that only a job with state needs, in words; what a platform sets for every job is no sign. */
export function signsOfState({ written }: EffectiveCluster): string[] {
  const backend = readOption(written, 'state.backend.type')?.trim().toLowerCase();
  const signs: [string, boolean][] = [
    [`state backend ${backend}`, backend === 'rocksdb' || backend === 'forst'],
    ['a checkpoint directory', readOption(written, 'execution.checkpointing.dir') !== undefined],
    ['a savepoint directory', readOption(written, 'execution.checkpointing.savepoint-dir') !== undefined],
    ['high availability', isHighlyAvailable(written)],
  ];
  return signs.filter(([, shown]) => shown).map(([sign]) => sign);
}

/** `a, b and c` */
export function listed(signs: readonly string[]): string {
  return signs.length < 2 ? signs.join() : `${signs.slice(0, -1).join(', ')} and ${signs[signs.length - 1]}`;
}
