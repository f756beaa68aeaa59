import { INT_MAX } from './java-number';

/** Whether this is a whole number within its bounds, both included; Flink, the operator and Kubernetes read an `Integer` of Java. */
export function isWhole(value: unknown, least: number, most = INT_MAX): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

/** Whether this is a number of a port. */
export function isPort(value: unknown): value is number {
  return isWhole(value, 1, 65_535);
}
