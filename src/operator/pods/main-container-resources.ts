import { ExternalResource } from './external-resources';
import { readNumber } from './pod-option';
import { Role } from './pod-source';
import { FlinkSettings } from '../../flink/memory/memory-settings';
import { Refusal } from '../../refusal';
import { MEBIBYTE } from '../../units/bytes';
import { javaDoubleText } from '../../units/java-text';
import { PodContainer } from '../manifest/flink-manifests';

/** What a process needs, and how much more its limits allow. */
export interface ProcessDemand {
  readonly memory: bigint;
  readonly cpu: number;
  readonly memoryLimitFactor: number;
  readonly cpuLimitFactor: number;
  readonly external?: readonly ExternalResource[];
}

type Amounts = Readonly<Record<string, string | number>>;

const JAVA_INTEGER_MAX = 2_147_483_647;

/** Flink's own amounts over those of the template: whole mebibytes, rounded down, and CPU as Java prints a double. */
export function mainContainerResources(inTemplate: PodContainer['resources'], demand: ProcessDemand): PodContainer['resources'] {
  const mebibytes = Number(demand.memory / MEBIBYTE);
  const external = Object.fromEntries((demand.external ?? [])
    .filter(({ kubernetesName }) => kubernetesName !== undefined)
    .map(({ kubernetesName, amount }) => [kubernetesName!, String(amount)]));
  return {
    ...inTemplate,
    requests: { ...amountTexts(inTemplate?.requests), memory: `${mebibytes}Mi`, cpu: javaDoubleText(demand.cpu), ...external },
    limits: {
      ...amountTexts(inTemplate?.limits),
      memory: `${asInteger(mebibytes * demand.memoryLimitFactor)}Mi`,
      cpu: javaDoubleText(demand.cpu * demand.cpuLimitFactor),
      ...external,
    },
  };
}

/** Both factors of a role; only the standalone TaskManager may have one below 1. */
export function limitFactors(settings: FlinkSettings, role: Role, checked = true): Pick<ProcessDemand, 'memoryLimitFactor' | 'cpuLimitFactor'> {
  const factor = (of: string): number => {
    const key = `kubernetes.${role}.${of}.limit-factor`;
    const value = readNumber(settings, [key], 1);
    if (checked && !(value >= 1)) {
      throw new Refusal({
        code: 'limit-factor-below-one',
        what: `${key} would put the limit below the request`,
        got: String(value),
        allowed: '1 and above',
        fix: 'leave it unset: the limit is then the request',
      });
    }
    return value;
  };
  return { memoryLimitFactor: factor('memory'), cpuLimitFactor: factor('cpu') };
}

/** Amounts are text in what Kubernetes gets, also where the template has a number. */
export function amountTexts(amounts: Amounts | undefined): Record<string, string> | undefined {
  return amounts === undefined || amounts === null
    ? undefined
    : Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, String(amount)]));
}

/** A double cast to an `int` of Java. */
function asInteger(value: number): number {
  return Number.isNaN(value) ? 0 : Math.trunc(Math.min(Math.max(value, -JAVA_INTEGER_MAX - 1), JAVA_INTEGER_MAX));
}
