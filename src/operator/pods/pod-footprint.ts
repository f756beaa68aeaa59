import { isMain } from './role-pod-templates';
import { countedIn, parseQuantity, quantityText } from '../../units/quantity';
import { Amounts, PodContainer, PodSpec } from '../manifest/flink-manifests';

/** What a pod needs of a node: CPU in thousandths of a core, the others in bytes. */
export interface Footprint {
  readonly cpu: bigint;
  readonly memory: bigint;
  readonly ephemeralStorage: bigint;
}

/** Limits of several containers; no number where one of them has no limit. */
export type LimitFootprint = { readonly [resource in keyof Footprint]: bigint | undefined };

/** A pod as the scheduler counts it, and the share of it that is not Flink's. */
export interface PodFootprint {
  readonly requests: Footprint;
  readonly limits: LimitFootprint;
  readonly besideMain: { readonly requests: Footprint; readonly limits: LimitFootprint };
}

const NAMES: { readonly [resource in keyof Footprint]: string } = { cpu: 'cpu', memory: 'memory', ephemeralStorage: 'ephemeral-storage' };

export function podFootprint(spec: PodSpec): PodFootprint {
  const beside = companions(spec);
  return {
    requests: asFootprint((resource) => podAmount(spec, (container) => requestOf(container, resource))) as Footprint,
    limits: asFootprint((resource) => podAmount(spec, (container) => limitOf(container, resource))),
    besideMain: {
      requests: asFootprint((resource) => together(beside, (container) => requestOf(container, resource))) as Footprint,
      limits: asFootprint((resource) => together(beside, (container) => limitOf(container, resource))),
    },
  };
}

/**
 * Kubernetes' rule: all containers together, with the init containers that stay (`restartPolicy: Always`), or any other
 * init container with those that stayed before it, whichever is more.
 */
function podAmount({ containers = [], initContainers = [] }: PodSpec, amountOf: (container: PodContainer) => bigint | undefined): bigint | undefined {
  let staying: bigint | undefined = 0n;
  let most: bigint | undefined = 0n;
  for (const container of initContainers) {
    const withThis = sum(staying, amountOf(container));
    most = larger(most, withThis);
    staying = staysOn(container) ? withThis : staying;
  }
  return larger(most, sum(staying, together(containers, amountOf)));
}

/** What runs beside Flink, as long as it does. */
function companions({ containers = [], initContainers = [] }: PodSpec): readonly PodContainer[] {
  return [...initContainers.filter(staysOn), ...containers.filter((container) => !isMain(container))];
}

function together(containers: readonly PodContainer[], amountOf: (container: PodContainer) => bigint | undefined): bigint | undefined {
  return containers.reduce((total: bigint | undefined, container) => sum(total, amountOf(container)), 0n);
}

function staysOn({ restartPolicy }: PodContainer): boolean {
  return restartPolicy === 'Always';
}

/** Without a request Kubernetes takes the limit. */
function requestOf(container: PodContainer, resource: keyof Footprint): bigint {
  const { resources } = container;
  return amount(container, resource, resources?.requests) ?? amount(container, resource, resources?.limits) ?? 0n;
}

function limitOf(container: PodContainer, resource: keyof Footprint): bigint | undefined {
  return amount(container, resource, container.resources?.limits);
}

function amount({ name }: PodContainer, resource: keyof Footprint, amounts: Amounts | undefined): bigint | undefined {
  const quantity = amounts?.[NAMES[resource]];
  if (quantity === undefined || quantity === null) {
    return undefined;
  }
  return countedIn(resource === 'cpu' ? 3 : 0, parseQuantity(quantityText(quantity), `${NAMES[resource]} of container ${name}`));
}

function asFootprint(amountOf: (resource: keyof Footprint) => bigint | undefined): LimitFootprint {
  return { cpu: amountOf('cpu'), memory: amountOf('memory'), ephemeralStorage: amountOf('ephemeralStorage') };
}

function sum(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

function larger(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  return a === undefined || b === undefined ? undefined : a > b ? a : b;
}
