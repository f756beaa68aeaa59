import { PodTemplate } from '../manifest/flink-manifests';

type Fields = { readonly [field: string]: unknown };

/**
 * The template of a role over the common one, as the operator merges them: objects deep, plain values from the role,
 * lists by position or, when asked for and when every element has a name, by name.
 */
export function mergePodTemplates(common: PodTemplate | undefined, role: PodTemplate | undefined, byName: boolean): PodTemplate | undefined {
  return common === undefined || role === undefined ? common ?? role : mergeFields(common as Fields, role as Fields, byName);
}

function mergeFields(base: Fields, over: Fields, byName: boolean): Fields {
  const merged: Record<string, unknown> = { ...base };
  for (const [field, value] of Object.entries(over)) {
    if (value !== null && value !== undefined) {
      merged[field] = mergeValues(merged[field], value, byName);
    }
  }
  return merged;
}

function mergeValues(base: unknown, over: unknown, byName: boolean): unknown {
  if (Array.isArray(base) && Array.isArray(over)) {
    // To the operator's model an empty list is no list.
    return over.length === 0 ? base : base.length === 0 ? over : mergeLists(base, over, byName);
  }
  return isFields(base) && isFields(over) ? mergeFields(base, over, byName) : over;
}

function mergeLists(base: readonly unknown[], over: readonly unknown[], byName: boolean): unknown[] {
  return byName && base.every(hasName) && over.every(hasName) ? mergeByName(base as Fields[], over as Fields[]) : mergeByPosition(base, over, byName);
}

/** Elements of one name become one: the last in each list, at the place of the first. */
function mergeByName(base: readonly Fields[], over: readonly Fields[]): unknown[] {
  const elements = named(base);
  named(over).forEach((element, name) => {
    const known = elements.get(name);
    elements.set(name, known === undefined ? element : mergeFields(known, element, true));
  });
  return [...elements.values()];
}

/** Plain values of the common list stay; an element that is only in the role's list also meets itself, which matters to names within. */
function mergeByPosition(base: readonly unknown[], over: readonly unknown[], byName: boolean): unknown[] {
  const merged = [...base];
  over.forEach((element, index) => {
    const known = index < base.length ? base[index] : element;
    merged[index] = isFields(known) && isFields(element) && (known !== element || byName) ? mergeFields(known, element, byName) : known;
  });
  return merged;
}

function named(elements: readonly Fields[]): Map<string, Fields> {
  return new Map(elements.map((element) => [String(element.name), element]));
}

function hasName(element: unknown): boolean {
  return isFields(element) && element.name !== undefined && element.name !== null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
