import { InitContainer } from '../../pods/pod-container';
import { PodContribution } from '../../pods/pod-contribution';
import { Companions, ContainerAmounts } from '../../sizing/facts/companions';
import { SizingRequest } from '../../sizing/facts/sizing-request';
import { MemorySize } from '../../units/memory-size';

/** Of both roles, as a plan asks for them. */
export type CompanionsOfRoles = Pick<SizingRequest, 'jobManagerCompanions' | 'taskManagerCompanions'>;

const NOTHING: ContainerAmounts = { millicores: 0, bytes: 0 };

/** What the containers of these contributions ask for beside Flink; nothing without any. */
export function companionsOfPods(contributions: PodContribution[]): Companions | undefined {
  const sidecars = contributions.flatMap((each) => each.sidecars ?? []);
  const initContainers = contributions.flatMap((each) => each.initContainers ?? []);
  if (sidecars.length + initContainers.length === 0) {
    return undefined;
  }
  const staying = together(sidecars.filter(({ startsFirst }) => startsFirst === true).map(amountsOf));
  const largest = initContainers.map(amountsOf).reduce(larger, NOTHING);
  return { beside: together(sidecars.map(amountsOf)), before: together([staying, largest]) };
}

/** Whether a plan has been made for these containers. */
export function sameCompanions(request: CompanionsOfRoles, found: CompanionsOfRoles): boolean {
  const text = ({ jobManagerCompanions, taskManagerCompanions }: CompanionsOfRoles) => JSON.stringify([jobManagerCompanions, taskManagerCompanions]);
  return text(request) === text(found);
}

function amountsOf({ cpu, memory }: InitContainer): ContainerAmounts {
  return { millicores: cpu.amountInMillis, bytes: MemorySize.fromSize(memory).bytes };
}

function together(amounts: ContainerAmounts[]): ContainerAmounts {
  return amounts.reduce(plus, NOTHING);
}

function plus(one: ContainerAmounts, other: ContainerAmounts): ContainerAmounts {
  return { millicores: one.millicores + other.millicores, bytes: one.bytes + other.bytes };
}

function larger(one: ContainerAmounts, other: ContainerAmounts): ContainerAmounts {
  return { millicores: Math.max(one.millicores, other.millicores), bytes: Math.max(one.bytes, other.bytes) };
}
