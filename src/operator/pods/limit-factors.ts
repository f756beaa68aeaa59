import { Role } from './pod-source';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readDecimal } from '../../flink/configuration/option-reading';
import { Refusal } from '../../refusal';

/** How much more than its request a container may take. */
export interface LimitFactors {
  readonly memoryLimitFactor: number;
  readonly cpuLimitFactor: number;
}

type Amount = 'memory' | 'cpu';

const CONSEQUENCES: Record<Role, string> = {
  jobmanager: 'the operator cannot build the JobManager',
  taskmanager: 'the JobManager cannot ask for TaskManagers',
};

/** Both factors of a role as the standalone TaskManager takes them: below 1 too. */
export function limitFactors(settings: FlinkSettings, role: Role, factorOf = readFactor): LimitFactors {
  return { memoryLimitFactor: factorOf(settings, role, 'memory'), cpuLimitFactor: factorOf(settings, role, 'cpu') };
}

/** Everywhere else a limit must not lie below its request. */
export function checkedFactor(settings: FlinkSettings, role: Role, of: Amount): number {
  const factor = readFactor(settings, role, of);
  if (!(factor >= 1)) {
    throw new Refusal({
      code: 'limit-factor',
      what: `${CONSEQUENCES[role]}: ${keyOf(role, of)} is below 1`,
      got: String(factor),
      allowed: '1 and more',
      fix: 'raise it, or write limits from the requests up',
    });
  }
  return factor;
}

function readFactor(settings: FlinkSettings, role: Role, of: Amount): number {
  return readDecimal(settings, keyOf(role, of), 1);
}

function keyOf(role: Role, of: Amount): string {
  return `kubernetes.${role}.${of}.limit-factor`;
}
