import { isCollection, isPair, isScalar, Node, Pair, Scalar, YAMLMap } from 'yaml';
import { foundPlace, FoundValue, pairOf } from './found-place';
import { lineEndOf, scalarText } from './scalar-text';
import { ManifestPath } from '../../../operator/manifest/manifest-path';
import { Edit } from '../../../rules/rule';

/** A text with one edit, and nothing else touched; nothing where that needs more than a few words in their place. */
export function editedText(text: string, root: Node | null, edit: Edit): { readonly text: string; readonly chain: ManifestPath } | undefined {
  const found = foundPlace(root, pathOf(edit));
  if (found === undefined) {
    return undefined;
  }
  const changed = 'missing' in found ? 'set' in edit ? withEntry(text, found.map, found.missing, edit.value) : undefined : withChange(text, found, edit);
  return changed === undefined ? undefined : { text: changed, chain: 'missing' in found ? [...found.chain, ...found.missing] : found.chain };
}

export function pathOf(edit: Edit): ManifestPath {
  return 'set' in edit ? edit.set : 'remove' in edit ? edit.remove : edit.rename;
}

function withChange(text: string, { value, pair, map }: FoundValue, edit: Edit): string | undefined {
  if ('set' in edit) {
    return isScalar(value) && isOfOneLine(value) ? replaced(text, value, scalarText(edit.value, quoteOf(text, value))) : undefined;
  }
  if (pair === undefined || map === undefined) {
    return undefined;
  }
  if ('remove' in edit) {
    return map.flow === true ? withoutFlowPair(text, map, pair) : withoutBlockPair(text, map, pair);
  }
  return pairOf(map, edit.key) === undefined ? replaced(text, pair.key, scalarText(edit.key, quoteOf(text, pair.key))) : undefined;
}

function replaced(text: string, { range }: Node, by: string): string {
  return text.slice(0, range![0]) + by + text.slice(range![1]);
}

function isOfOneLine({ type, range }: Scalar): boolean {
  return type !== Scalar.BLOCK_FOLDED && type !== Scalar.BLOCK_LITERAL && range![1] > range![0];
}

function quoteOf(text: string, { range }: Node): string {
  return /^["']/.exec(text.slice(range![0], range![1]))?.[0] ?? '';
}

/** All its lines; a comment behind them keeps its own. */
function withoutBlockPair(text: string, map: YAMLMap, pair: Pair<Scalar, Node | null>): string | undefined {
  const start = pair.key.range![0];
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const end = endOf(pair);
  const lineEnd = text[end - 1] === '\n' ? end : nextLine(text, end);
  const behind = /^\s*(#[^\r\n]*)?\r?\n?$/.exec(text.slice(end, lineEnd));
  if (map.items.length === 1 || text.slice(lineStart, start).trim() !== '' || behind === null) {
    return undefined;
  }
  const comment = behind[1] === undefined ? '' : text.slice(lineStart, start) + behind[1] + /(\r?\n)?$/.exec(text.slice(0, lineEnd))![0];
  return text.slice(0, lineStart) + comment + text.slice(lineEnd);
}

function withoutFlowPair(text: string, map: YAMLMap, pair: Pair<Scalar, Node | null>): string {
  const index = map.items.indexOf(pair);
  const next = map.items[index + 1] as Pair<Scalar, Node | null> | undefined;
  const previous = map.items[index - 1] as Pair<Scalar, Node | null> | undefined;
  const start = next === undefined && previous !== undefined ? endOf(previous) : pair.key.range![0];
  return text.slice(0, start) + text.slice(next?.key.range![0] ?? endOf(pair));
}

function withEntry(text: string, map: YAMLMap, keys: readonly string[], value: string | number | boolean): string | undefined {
  const [first] = map.items as Pair<Scalar, Node | null>[];
  const last = map.items[map.items.length - 1] as Pair<Scalar, Node | null>;
  if (map.flow === true) {
    const quote = first === undefined ? '' : quoteOf(text, first.key);
    const entry = keys.slice(1).reduceRight((inner, key) => `{ ${scalarText(key, quote)}: ${inner} }`, scalarText(value, quote === '"' ? '"' : ''));
    const whole = `${scalarText(keys[0], quote)}: ${entry}`;
    return first === undefined ? replaced(text, map, `{ ${whole} }`) : inserted(text, endOf(last), `,${gapBefore(text, last)}${whole}`);
  }
  if (first === undefined) {
    return undefined;
  }
  const indent = ' '.repeat(first.key.range![0] - text.lastIndexOf('\n', first.key.range![0] - 1) - 1);
  const lines = keys.map((key, depth) => `${indent}${'  '.repeat(depth)}${scalarText(key, '')}:${depth === keys.length - 1 ? ` ${scalarText(value, '')}` : ''}`);
  const block = lines.join(lineEndOf(text));
  const end = endOf(last);
  const at = text[end - 1] === '\n' ? end : nextLine(text, end);
  return text[at - 1] === '\n' ? inserted(text, at, block + lineEndOf(text)) : inserted(text, at, lineEndOf(text) + block);
}

function inserted(text: string, at: number, more: string): string {
  return text.slice(0, at) + more + text.slice(at);
}

/** Blanks, or the line end and the indent, that stand before a pair. */
function gapBefore(text: string, { key }: Pair<Scalar, Node | null>): string {
  const [gap] = /\s*$/.exec(text.slice(0, key.range![0]))!;
  return gap === '' ? ' ' : gap;
}

/** Behind the last letter of a pair; a collection would count the comments after it. */
function endOf({ key, value }: Pair<Scalar, Node | null>): number {
  if (isCollection(value) && value.flow !== true && value.items.length > 0) {
    const last = value.items[value.items.length - 1];
    return isPair(last) ? endOf(last as Pair<Scalar, Node | null>) : endOf({ key, value: last } as Pair<Scalar, Node | null>);
  }
  return Math.max(key.range![1], value?.range?.[1] ?? 0);
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end + 1;
}
