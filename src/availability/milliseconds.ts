import { Duration } from 'cdk8s';

/** A time in milliseconds, parts of one too, which Flink cannot be told. */
export function millisecondsOf(duration: Duration | undefined): number | undefined {
  return duration?.toMilliseconds({ integral: false });
}

/** Whether Flink can be told this time, of so many milliseconds or more; one that is not given it need not be told. */
export function isTellable(duration: Duration | undefined, least: number): boolean {
  const milliseconds = millisecondsOf(duration);
  return milliseconds === undefined || (Number.isSafeInteger(milliseconds) && milliseconds >= least);
}
