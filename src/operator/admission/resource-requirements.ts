import { parseResourceMemory } from '../../units/kubernetes-quantity';
import { parseQuantity, quantityAsDouble, quantityText } from '../../units/quantity';
import { broken, Objection } from '../broken-rule';
import { Amounts, ResourceRequirements } from '../manifest/flink-manifests';

/** `resources` of a role, from operator 1.16: every fault is named in one message. */
export function requirementsObjection(role: string, resources: ResourceRequirements | undefined): Objection {
  if (resources === undefined) {
    return undefined;
  }
  const { requests = {}, limits = {} } = resources;
  const faults = [...faultsIn('requests', requests), ...faultsIn('limits', limits), ...aboveLimit('cpu', requests, limits), ...aboveLimit('memory', requests, limits)];
  return faults.length === 0 ? undefined
    : broken('resource-requirements', `the operator does not accept the resources of the ${role}`, faults.join('; '),
      'memory and cpu above zero, the rest not below, no request above its limit', 'write requests up to their limits, memory in Mi or Gi');
}

/** Whether memory is given at all; Kubernetes takes a limit for the request too. */
export function definesMemory(resources: ResourceRequirements | undefined): boolean {
  return resources?.requests?.memory !== undefined || resources?.limits?.memory !== undefined;
}

function faultsIn(section: string, amounts: Amounts): string[] {
  return Object.entries(amounts).flatMap(([name, amount]) => {
    const fault = faultOf(name, quantityText(amount));
    return fault === undefined ? [] : [`${section}.${name} "${amount}" ${fault}`];
  });
}

function faultOf(name: string, text: string): string | undefined {
  try {
    if (name === 'memory') {
      return parseResourceMemory(text) > 0n ? undefined : 'is not above zero';
    }
    const { digits } = parseQuantity(text);
    if (name === 'cpu') {
      return digits > 0n ? undefined : 'is not above zero';
    }
    return digits >= 0n ? undefined : 'is below zero';
  } catch {
    return 'cannot be read';
  }
}

/** The operator compares doubles; what cannot be read has been named already. */
function aboveLimit(name: string, requests: Amounts, limits: Amounts): string[] {
  const [request, limit] = [requests[name], limits[name]];
  if (request === undefined || limit === undefined) {
    return [];
  }
  const compared = (amount: string | number) =>
    (name === 'memory' ? Number(parseResourceMemory(quantityText(amount))) : quantityAsDouble(parseQuantity(quantityText(amount))));
  try {
    return compared(request) > compared(limit) ? [`requests.${name} "${request}" is above its limit "${limit}"`] : [];
  } catch {
    return [];
  }
}
