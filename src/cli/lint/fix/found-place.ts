import { isMap, isPair, isScalar, isSeq, Node, Pair, Scalar, YAMLMap } from 'yaml';
import { ManifestPath } from '../../../operator/manifest/manifest-path';

/** Where a path leads in a tree of YAML: to a value that is there, or to the map in which the rest of it is missing. */
export type FoundPlace = FoundValue | { readonly map: YAMLMap; readonly chain: ManifestPath; readonly missing: readonly string[] };

/** A value that is there. */
export interface FoundValue {
  readonly value: Node | null;
  /** Nothing for the item of a list. */
  readonly pair?: Pair<Scalar, Node | null>;
  readonly map?: YAMLMap;
  /** The keys as the text has them: of a dotted one that is nested, its parts. */
  readonly chain: ManifestPath;
}

/** Nothing where the path leads through an alias, a value without parts, or behind the end of a list. */
export function foundPlace(node: unknown, path: ManifestPath, chain: ManifestPath = []): FoundPlace | undefined {
  if (path.length === 0) {
    return isAliasless(node) ? { value: node, chain } : undefined;
  }
  const [key, ...others] = path;
  if (isSeq(node)) {
    return typeof key === 'number' && key < node.items.length ? foundPlace(node.items[key], others, [...chain, key]) : undefined;
  }
  if (!isMap(node)) {
    return undefined;
  }
  const pair = pairOf(node, String(key));
  if (pair !== undefined) {
    return others.length === 0 && (pair.value === null || isAliasless(pair.value))
      ? { value: pair.value, pair, map: node, chain: [...chain, String(key)] } : foundPlace(pair.value, others, [...chain, String(key)]);
  }
  const nested = typeof key === 'string' ? nestedPlace(node, key, others, chain) : undefined;
  return nested ?? (path.every((each) => typeof each === 'string') ? { map: node, chain, missing: path as string[] } : undefined);
}

/** A dotted key that the text writes as maps within maps. */
function nestedPlace(map: YAMLMap, key: string, others: ManifestPath, chain: ManifestPath): FoundPlace | undefined {
  for (let dot = key.indexOf('.'); dot !== -1; dot = key.indexOf('.', dot + 1)) {
    const outer = pairOf(map, key.slice(0, dot));
    const found = isMap(outer?.value) ? foundPlace(outer.value, [key.slice(dot + 1), ...others], [...chain, key.slice(0, dot)]) : undefined;
    if (found !== undefined && 'value' in found) {
      return found;
    }
  }
  return undefined;
}

export function pairOf(map: YAMLMap, key: string): Pair<Scalar, Node | null> | undefined {
  return map.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key) as Pair<Scalar, Node | null> | undefined;
}

function isAliasless(node: unknown): node is Node {
  return isScalar(node) || isMap(node) || isSeq(node);
}
