import { isAlias, isCollection, isMap, isPair, isScalar, Lexer, Node } from 'yaml';
import { Refusal } from '../../refusal';

/** Room for the operator's own CRDs in one file; the API server takes less in one request. */
const LARGEST = 3 * 1024 * 1024;
const MOST_LEXEMES = 500_000;
const DEEPEST = 100;
const MOST_ALIASES = 1_000;
/** Marks of the lexer that stand for no text; the last one says that a scalar follows. */
const MARKS = ['\u0002', '\u0018', '\u001f'];

/** Refuses what would take long to parse, or could not be: brackets within brackets and dashes on one line are counted without recursion. */
export function refuseText(text: string): void {
  if (text.length > LARGEST) {
    throw tooLarge(`${text.length} characters`, 'line 1, column 1');
  }
  let [open, inLine, line, lineStart, offset, lexemes] = [0, 0, 1, 0, 0, 0];
  let scalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (MARKS.includes(lexeme)) {
      scalar = lexeme === MARKS[2];
      continue;
    }
    if (!scalar) {
      open += lexeme === '[' || lexeme === '{' ? 1 : lexeme === ']' || lexeme === '}' ? -1 : 0;
      inLine += lexeme === '-' || lexeme === '?' ? 1 : 0;
    }
    if (open > DEEPEST || inLine > DEEPEST) {
      throw tooDeep(`line ${line}, column ${offset - lineStart + 1}`);
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
  }
}

/** Refuses a tree that is too deep, has a key twice, or so many aliases that resolving them takes long. */
export function refuseTree(root: Node | null, at: (offset: number) => string): void {
  let aliases = 0;
  const look = (node: unknown, depth: number): void => {
    if (isAlias(node) && ++aliases > MOST_ALIASES) {
      throw refused('manifest-text', 'the text has too many aliases', `more than ${MOST_ALIASES}`, `at most ${MOST_ALIASES}`, 'write the values out', offsetAt(node));
    }
    if (!isCollection(node)) {
      return;
    }
    if (depth > DEEPEST) {
      throw tooDeep(offsetAt(node));
    }
    const keys = new Set<string>();
    for (const item of node.items) {
      if (isPair(item)) {
        if (isMap(node) && isScalar(item.key) && repeated(keys, String(item.key.value))) {
          throw refused('manifest-text', 'the text is not YAML that can be read', 'the same key twice', 'each key once', 'remove one of them', offsetAt(item.key));
        }
        look(item.key, depth + 1);
        look(item.value, depth + 1);
      } else {
        look(item, depth + 1);
      }
    }
  };
  const offsetAt = (node: Node) => at(node.range?.[0] ?? 0);
  look(root, 1);
}

function repeated(keys: Set<string>, key: string): boolean {
  const before = keys.size;
  return key !== '<<' && keys.add(key).size === before;
}

export function tooDeep(at: string): Refusal {
  return refused('manifest-depth', 'the text is nested too deeply', `more than ${DEEPEST} levels`, `at most ${DEEPEST} levels`, 'write it flatter', at);
}

function tooLarge(got: string, at: string): Refusal {
  return refused('manifest-size', 'the text is too large for manifests', got,
    `at most ${LARGEST} characters and ${MOST_LEXEMES} words and marks`, 'split the file', at);
}

export function refused(code: string, what: string, got: string, allowed: string, fix: string, at: string): Refusal {
  return new Refusal({ code, what, got, allowed, fix }, at);
}
