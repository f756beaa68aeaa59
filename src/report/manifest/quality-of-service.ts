import { PodExplanation } from './manifest-explanation';
import { Amounts, PodContainer, PodSpec } from '../../operator/manifest/flink-manifests';
import { countedIn, parseQuantity, quantityText } from '../../units/quantity';

const COUNTED = ['cpu', 'memory'];

/** The class by which Kubernetes chooses whom to evict; every container counts, init containers too. */
export function qualityOfService({ containers = [], initContainers = [] }: PodSpec): PodExplanation['qualityOfService'] {
  const all = [...initContainers, ...containers].map(({ resources }: PodContainer) => {
    const limits = amountsOf(resources?.limits);
    // Without a request the API server takes the limit.
    return { limits, requests: { ...limits, ...amountsOf(resources?.requests) } };
  });
  if (all.every(({ limits, requests }) => Object.keys({ ...limits, ...requests }).length === 0)) {
    return 'BestEffort';
  }
  const limited = all.every(({ limits, requests }) => COUNTED.every((name) => limits[name] !== undefined && limits[name] === requests[name]));
  return limited ? 'Guaranteed' : 'Burstable';
}

/** CPU and memory above zero, exact to a billionth. */
function amountsOf(amounts: Amounts | undefined | null): Record<string, bigint> {
  return Object.fromEntries(COUNTED.filter((name) => amounts?.[name] !== undefined && amounts[name] !== null)
    .map((name): [string, bigint] => [name, countedIn(9, parseQuantity(quantityText(amounts![name]), `${name} of a container`))])
    .filter(([, amount]) => amount > 0n));
}
