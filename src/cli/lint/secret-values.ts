import { isAlias, isMap, isPair, isScalar, isSeq, Node, Pair, Scalar, YAMLMap, YAMLSeq, visit as walk } from 'yaml';
import { holdsSecret, isSensitiveKey, valueShown } from '../../flink/configuration/sensitive-key';
import { shown } from '../../refusal';

/** A value that may be a secret: where the text has it, and what it says. */
export interface SecretValue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Names of Kubernetes' own that lead to a Secret and hold none. */
const REFERENCES = /^(secretKeyRef|secretRef|secretName|secret|imagePullSecrets|secrets|tokenExpirationSeconds|serviceAccountToken|automountServiceAccountToken)$/;
const CONFIGURATION = 'flinkConfiguration';

/** Whatever in a document may be a secret; rather too much than too little. */
export function secretValues(root: Node | null): SecretValue[] {
  const found: SecretValue[] = [];
  const take = (node: Node, text: string) => found.push({ start: node.range![0], end: node.range![1], text });
  const aliased = new Set<string>();
  visit(root, '', false, false);
  if (aliased.size > 0) {
    // What an alias puts in the place of a secret is written where its anchor is.
    walk(root, { Node: (_, node) => ('anchor' in node && aliased.has(node.anchor ?? '') ? visit(node, '', true, false) : undefined) });
  }
  return found;

  /** @param key of the configuration, or the name above; @param hidden where all below is a secret */
  function visit(node: unknown, key: string, hidden: boolean, configured: boolean): void {
    if (isScalar(node)) {
      const text = String(node.value);
      if (node.range && (hidden || isSecret(key, text))) {
        take(node, text);
      }
    } else if (isAlias(node) && hidden) {
      aliased.add(node.source);
    } else if (isMap(node)) {
      visitMap(node, key, hidden, configured);
    } else if (isSeq(node)) {
      visitList(node, key, hidden, configured);
    }
  }

  function visitMap(map: YAMLMap, above: string, hidden: boolean, configured: boolean): void {
    const named = scalarAt(map, 'name') ?? scalarAt(map, 'key');
    for (const item of map.items) {
      const { key, value } = item as Pair<unknown, unknown>;
      const name = isScalar(key) ? String(key.value) : '';
      const within = configured && above !== '' ? `${above}.${name}` : name;
      const reference = !configured && REFERENCES.test(name);
      const sensitive = name === 'value' && named !== undefined ? isSensitiveKey(named) || SECRET_NAME.test(named) : !reference && isSensitiveKey(within);
      visit(value, name === CONFIGURATION ? '' : within, hidden || sensitive, configured || name === CONFIGURATION);
    }
  }

  /** Arguments: `--password`, and the one behind it. */
  function visitList(list: YAMLSeq, key: string, hidden: boolean, configured: boolean): void {
    let sensitive = false;
    for (const item of list.items) {
      const text = isScalar(item) ? String(item.value) : '';
      const speaks = isScalar(item) && (isSensitiveKey(text) || SECRET_NAME.test(text));
      const alone = speaks && /^-{0,2}[\w.-]+$/.test(text);
      visit(item, key, hidden || sensitive || (speaks && !alone), configured);
      sensitive = alone;
    }
  }
}

/** Names that people give to secrets besides those that Flink knows. */
const SECRET_NAME = /pass(wd|phrase)?\b|pwd|credential|_KEY$/i;

function isSecret(key: string, text: string): boolean {
  return holdsSecret(key, text) || valueShown(key, text) !== shown(text);
}

function scalarAt(map: YAMLMap, key: string): string | undefined {
  const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
  const value = isPair(pair) ? pair.value : undefined;
  return isScalar(value) ? String((value as Scalar).value) : undefined;
}
