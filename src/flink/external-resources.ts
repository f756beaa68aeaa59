import { FlinkSettings } from './configuration/flink-settings';
import { readLong } from './configuration/option-reading';
import { readList } from './configuration/structured-option';
import { inHashOrder } from '../units/java-hash-order';
import { isBlank } from '../units/java-text';

/** An external resource, for example a GPU, that each TaskManager shall have. */
export interface ExternalResource {
  readonly name: string;
  readonly amount: bigint;
  /** What Kubernetes calls it; without one it does not reach the pod. */
  readonly kubernetesName?: string;
}

/** Those with an amount above zero; of two with one Kubernetes name only the later keeps it. */
export function externalResources(settings: FlinkSettings): ExternalResource[] {
  if ((settings.get('external-resources') ?? 'none') === 'none') {
    return [];
  }
  const names = inHashOrder([...new Set(readList(settings, 'external-resources'))], (name) => name);
  const holders = new Map<string, string>();
  for (const name of names) {
    const kubernetesName = settings.get(`external-resource.${name}.kubernetes.config-key`);
    if (kubernetesName !== undefined && !isBlank(kubernetesName)) {
      holders.set(kubernetesName, name);
    }
  }
  const kubernetesNames = new Map([...holders].map(([kubernetesName, name]) => [name, kubernetesName]));
  return names
    .map((name) => ({ name, amount: readLong(settings, `external-resource.${name}.amount`) ?? 0n, kubernetesName: kubernetesNames.get(name) }))
    .filter(({ amount }) => amount > 0n);
}
