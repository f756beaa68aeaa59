import { LimitFactors } from './limit-factors';
import { ExternalResource } from '../../flink/external-resources';
import { MEBIBYTE } from '../../units/bytes';
import { castToInt } from '../../units/java-number';
import { javaDoubleText } from '../../units/java-text';
import { quantityText } from '../../units/quantity';
import { Amounts, PodContainer } from '../manifest/flink-manifests';

/** What a process needs, and how much more its limits allow. */
export interface ProcessDemand extends LimitFactors {
  readonly memory: bigint;
  readonly cpu: number;
  readonly external?: readonly ExternalResource[];
}

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
      memory: `${castToInt(mebibytes * demand.memoryLimitFactor)}Mi`,
      cpu: javaDoubleText(demand.cpu * demand.cpuLimitFactor),
      ...external,
    },
  };
}

/** Amounts are text in what Kubernetes gets, also where the template has a number. */
export function amountTexts(amounts: Amounts | undefined): Record<string, string> | undefined {
  return amounts === undefined || amounts === null
    ? undefined
    : Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, quantityText(amount)]));
}
