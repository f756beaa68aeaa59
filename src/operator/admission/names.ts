import { shown } from '../../refusal';
import { broken, Objection } from '../broken-rule';

/** Longest name of a FlinkDeployment: Flink adds suffixes to it and Kubernetes stops at 63. */
const NAME = /^[a-z]([-a-z0-9]{0,43}[a-z0-9])?$/;

/** A name that the operator accepts, or a refusal. */
export function refuseName(name: string): void {
  const objection = nameObjection(name);
  if (objection !== undefined) {
    throw objection;
  }
}

export function nameObjection(name: string): Objection {
  return typeof name === 'string' && NAME.test(name) ? undefined : broken(
    'deployment-name', 'the operator does not accept this name of a FlinkDeployment', `${shown(name)}, ${String(name).length} characters`,
    '1 to 45 lower-case letters, digits and dashes, a letter first, no dash last',
    'choose another name; it is never shortened for you, because state belongs to it');
}
