import { isAlias, isCollection, isMap, isPair, isScalar, Lexer, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { YamlAliases } from './yaml-aliases';
import { DEEPEST, LARGEST, LONGEST_WORD, MOST_LEXEMES, refused, tooDeep, tooLarge, unreadable } from './yaml-refusals';

/** Types of YAML 1.1 that are none of JSON. */
export const NO_JSON = ['timestamp', 'binary', 'omap', 'pairs', 'set'].map((name) => `tag:yaml.org,2002:${name}`);
/** Marks of the lexer that stand for no text; the last one says that a scalar follows. */
const MARKS = ['\u0002', '\u0018', '\u001f'];

export function refuseSize(text: string): void {
  if (text.length > LARGEST) {
    throw tooLarge(`${text.length} characters`, 'line 1, column 1');
  }
}

/** The words and marks of a text; refuses before the parser sees it what would take it long, or go too deep for it. */
export function* limitedLexemes(text: string): Generator<string> {
  let [open, inLine, line, lineStart, offset, lexemes] = [0, 0, 1, 0, 0, 0];
  let scalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (MARKS.includes(lexeme)) {
      scalar = lexeme === MARKS[2];
      yield lexeme;
      continue;
    }
    if (!scalar) {
      open += lexeme === '[' || lexeme === '{' ? 1 : lexeme === ']' || lexeme === '}' ? -1 : 0;
      inLine += lexeme === '-' || lexeme === '?' ? 1 : 0;
    }
    if (open > DEEPEST || inLine > DEEPEST) {
      throw tooDeep(`line ${line}, column ${offset - lineStart + 1}`);
    }
    if (lexeme.length > LONGEST_WORD) {
      throw tooLarge(`a word of ${lexeme.length} characters`, `line ${line}, column ${offset - lineStart + 1}`);
    }
    if (++lexemes > MOST_LEXEMES) {
      throw tooLarge(`more than ${MOST_LEXEMES} words and marks`, `line ${line}, column ${offset - lineStart + 1}`);
    }
    for (let index = lexeme.indexOf('\n'); index !== -1; index = lexeme.indexOf('\n', index + 1)) {
      line++;
      lineStart = offset + index + 1;
      inLine = 0;
    }
    scalar = false;
    offset += lexeme.length;
    yield lexeme;
  }
}

/** Refuses a tree that is too deep, has a key twice, or aliases that lead nowhere or take long to follow. */
export function refuseTree(root: Node | null, aliases: YamlAliases, at: (node: Node) => string): void {
  aliases.startDocument();
  sizeOf(root, 1);

  /** Nodes of a value, with all that its aliases and merges bring. */
  function sizeOf(node: unknown, depth: number): number {
    if (isAlias(node)) {
      return aliases.follow(node);
    }
    if (!isScalar(node) && !isCollection(node)) {
      return 1;
    }
    if (NO_JSON.includes(node.tag ?? '')) {
      throw unreadable('a tag of what is no JSON', at(node));
    }
    const anchor = node.anchor === undefined ? undefined : aliases.anchor(node, node.anchor);
    const size = 1 + (isCollection(node) ? sizeOfItems(node, depth) : 0);
    if (anchor !== undefined) {
      anchor.size = size;
    }
    return size;
  }

  function sizeOfItems(node: YAMLMap | YAMLSeq, depth: number): number {
    if (depth > DEEPEST) {
      throw tooDeep(at(node));
    }
    const keys = new Set<string>();
    let size = 0;
    for (const item of node.items) {
      if (!isPair(item)) {
        size += sizeOf(item, depth + 1);
        continue;
      }
      const { key, value } = item as Pair<Node, unknown>;
      if (isMap(node) && isScalar(key) && repeated(keys, String(key.value))) {
        throw refused('manifest-text', 'the text is not YAML that can be read', 'the same key twice', 'each key once', 'remove one of them', at(key));
      }
      size += sizeOf(key, depth + 1);
      const inner = sizeOf(value, depth + 1);
      if (isMap(node) && isScalar(key) && isMerge(key)) {
        aliases.merge(value, inner, key);
      }
      size += inner;
    }
    return size;
  }
}

/** Its tag makes a symbol of the key, another tag leaves the text; in quotes it is a key like any other. */
function isMerge({ type, value }: Scalar): boolean {
  return typeof value === 'symbol' || (type === Scalar.PLAIN && value === '<<');
}

function repeated(keys: Set<string>, key: string): boolean {
  const before = keys.size;
  return key !== '<<' && keys.add(key).size === before;
}
