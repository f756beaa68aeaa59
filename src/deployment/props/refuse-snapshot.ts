import { Refusal, shown } from '../../refusal';
import { isWhole } from '../../units/whole-number';

/** Refuses what is no address of a directory that outlives the pods. */
export function refuseSavepointPath(path: string): void {
  if (typeof path !== 'string' || !/^[a-z][a-z0-9+.-]*:\/\/?[^\s]+$/.test(path)) {
    throw new Refusal({
      code: 'snapshot-path',
      what: 'the path of a savepoint is no URI',
      got: shown(path),
      allowed: 'a scheme and a path, for example "s3://flink-state/product-dedup/savepoints"',
      fix: 'leave the path out for the savepoint directory of the job',
    });
  }
}

/** Refuses a number of new attempts that the operator would read otherwise, or not at all. */
export function refuseRetries(retries: number): void {
  if (!isWhole(retries, 0)) {
    throw new Refusal({
      code: 'snapshot-retries',
      what: 'retries of a snapshot must be a whole number',
      got: shown(retries),
      allowed: '0, 1, 2, …; below zero releases up to 1.15 never try again, and later ones for ever',
      fix: 'leave retries out for 3',
    });
  }
}
