import { parseQuantity, Quantity, quantityText } from '../../units/quantity';

/** Fields of Kubernetes that hold quantities by name, and those that hold one. */
const AMOUNTS = ['requests', 'limits', 'capacity', 'overhead'];
const AMOUNT = ['sizeLimit', 'divisor'];
/** Fields of Kubernetes that are maps: an empty one is as good as none. An empty object of any other kind is something. */
const MAPS = [...AMOUNTS, 'labels', 'annotations', 'nodeSelector', 'matchLabels', 'volumeAttributes'];

/** A text that two values share when the operator's classes call them equal: the order of fields is none. */
export function plainForm(value: unknown): string {
  return JSON.stringify(ordered(value)) ?? 'null';
}

/**
 * The same for what is in Kubernetes' own shape (fabric8's model): an empty list or map is as good as none, and amounts are
 * compared as numbers.
 */
export function kubernetesForm(value: unknown): string {
  return plainForm(kubernetesValue(value));
}

/** Fields beside `metadata` and `spec` are cleared before templates are compared. */
export function podTemplateForm(template: unknown): string {
  const { metadata, spec } = (template ?? {}) as Record<string, unknown>;
  return template === undefined ? plainForm(undefined) : kubernetesForm({ metadata, spec });
}

function kubernetesValue(value: unknown, field?: string): unknown {
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : value.map((item) => kubernetesValue(item));
  }
  if (value === null || typeof value !== 'object') {
    return field !== undefined && AMOUNT.includes(field) ? amountForm(value) : value ?? undefined;
  }
  const entries = Object.entries(value);
  if (field !== undefined && MAPS.includes(field) && entries.length === 0) {
    return undefined;
  }
  const amounts = field !== undefined && AMOUNTS.includes(field);
  return Object.fromEntries(entries.map(([name, inner]) => [name, amounts ? amountForm(inner) : kubernetesValue(inner, name)]));
}

function amountForm(amount: unknown): unknown {
  if (typeof amount !== 'string' && typeof amount !== 'number') {
    return amount ?? undefined;
  }
  return shortened(parseQuantity(quantityText(amount)));
}

/** Without the zeros that do not count. */
function shortened({ digits, scale }: Quantity): string {
  const [, significant, zeros] = /^(-?[0-9]*?)(0*)$/.exec(String(digits))!;
  return digits === 0n ? '0' : `${significant}e${zeros.length - scale}`;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(ordered);
  }
  if (value === null || typeof value !== 'object') {
    return typeof value === 'bigint' ? String(value) : value;
  }
  return Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => [name, ordered(inner)]);
}
