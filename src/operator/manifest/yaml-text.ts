import { Composer, CST, Document, isCollection, isPair, LineCounter, Node, Parser, Tags, YAMLMap, YAMLSeq } from 'yaml';
import { ManifestPath } from './manifest-path';
import { YamlAliases } from './yaml-aliases';
import { limitedLexemes, NO_JSON, refuseSize, refuseTree } from './yaml-limits';
import { MOST_DOCUMENTS, tooDeep, tooLarge, unreadable } from './yaml-refusals';

/** YAML 1.1, which kubectl reads, without the types that it does not turn into JSON. */
const OPTIONS = {
  schema: 'yaml-1.1',
  customTags: (tags: Tags): Tags => tags.filter((tag) => typeof tag === 'string' || !(NO_JSON.includes(tag.tag) || ('format' in tag && tag.format === 'TIME'))),
  // Or a tag that was left out would be taken all the same where it is written.
  resolveKnownTags: false,
  merge: true,
  // Its own search for the same key twice takes the square of the time; `refuseTree` has one that does not.
  uniqueKeys: false,
  intAsBigInt: true,
  // An error of the pretty kind quotes the text, and a manifest may hold secrets.
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** Where a key, or a value without one, stands in a text; lines and columns count from one. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  /** Behind its last letter; at least one further on. */
  readonly endColumn: number;
}

/** One document of a text. */
export interface TextDocument {
  readonly value: unknown;
  /** As it is written, for who changes the text. */
  readonly root: Node | null;
  /** Where the value at this path stands, or the nearest that has a place. */
  readonly placeOf: (path: ManifestPath) => TextPlace;
  /** The same in words. */
  readonly locate: (path: ManifestPath) => string;
}

/** The documents of a YAML text as plain values, whole numbers that ours would round as bigint; a refusal when it cannot be read. */
export function yamlDocuments(text: string): TextDocument[] {
  refuseSize(text);
  const lines = new LineCounter();
  try {
    const at = (node: Node) => placeText(lines, node.range?.[0] ?? 0);
    const aliases = new YamlAliases(at);
    return composed(text, lines).map((document) => {
      refuseTree(document.contents, aliases, at);
      return textDocument(document, lines);
    });
  } catch (error) {
    throw error instanceof RangeError ? tooDeep('line 1, column 1') : error;
  }
}

/** Stops at the first mistake: a text may be nothing but mistakes. */
function composed(text: string, lines: LineCounter): Document<Node>[] {
  const composer = new Composer({ ...OPTIONS, lineCounter: lines });
  const documents: Document<Node>[] = [];
  const take = (more: Iterable<unknown>) => {
    for (const document of more as Iterable<Document<Node>>) {
      const [error] = document.errors;
      if (error !== undefined) {
        const at = placeText(lines, error.pos[0]);
        throw error.code === 'RESOURCE_EXHAUSTION' ? tooDeep(at) : unreadable(error.code.toLowerCase().replace(/_/g, ' '), at);
      }
      if (documents.push(document) > MOST_DOCUMENTS) {
        throw tooLarge(`more than ${MOST_DOCUMENTS} documents`, placeText(lines, document.range![0]));
      }
    }
  };
  const parser = new Parser(lines.addNewLine);
  const compose = (tokens: Iterable<CST.Token>) => {
    for (const token of tokens) {
      if (token.type === 'error') {
        throw unreadable('unexpected text', placeText(lines, token.offset));
      }
      take(composer.next(token));
    }
  };
  lines.addNewLine(0);
  for (const lexeme of limitedLexemes(text)) {
    compose(parser.next(lexeme));
  }
  compose(parser.end());
  take(composer.end());
  return documents;
}

function textDocument(document: Document<Node>, lines: LineCounter): TextDocument {
  const placeOf = (path: ManifestPath) => textPlace(lines, nodeAt(document, path));
  return {
    root: document.contents,
    // What aliases cost has been counted.
    value: document.toJS({ maxAliasCount: -1, reviver: (_, value) => plainNumber(value) }),
    placeOf,
    locate: (path) => {
      const { line, column } = placeOf(path);
      return `line ${line}, column ${column}`;
    },
  };
}

function plainNumber(value: unknown): unknown {
  return typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** The key, or the value without one, at a path, or the nearest above it that is there. */
function nodeAt(document: Document<Node>, path: ManifestPath): Node | null {
  let nearest = document.contents;
  let node: unknown = document.contents;
  let rest = [...path];
  while (rest.length > 0 && isCollection(node)) {
    const { key, value, steps } = below(node, rest);
    if (steps === 0) {
      break;
    }
    nearest = key ?? nearest;
    node = value;
    rest = rest.slice(steps);
  }
  return nearest;
}

/** One step down. A dotted key may be nested in the text: `state: { backend: … }` for `state.backend`. */
function below(node: YAMLMap | YAMLSeq, [key, ...others]: ManifestPath): { readonly key?: Node; readonly value?: unknown; readonly steps: number } {
  const pair = node.items.find((item) => isPair(item) && String(item.key) === String(key));
  if (isPair(pair)) {
    return { key: pair.key as Node, value: pair.value, steps: 1 };
  }
  if (typeof key === 'number') {
    const value = node.get(key, true);
    return value === undefined ? { steps: 0 } : { key: value as Node, value, steps: 1 };
  }
  for (let dot = key.indexOf('.'); dot !== -1; dot = key.indexOf('.', dot + 1)) {
    const outer = node.items.find((item) => isPair(item) && String(item.key) === key.slice(0, dot));
    if (isPair(outer) && isCollection(outer.value)) {
      const inner = below(outer.value, [key.slice(dot + 1), ...others]);
      return inner.steps === 0 ? { key: outer.key as Node, value: undefined, steps: 1 } : inner;
    }
  }
  return { steps: 0 };
}

function textPlace(lines: LineCounter, node: Node | null): TextPlace {
  const [start, end] = node?.range ?? [0, 0];
  const { line, col } = lines.linePos(start);
  const last = isCollection(node) ? { line: 0, col: 0 } : lines.linePos(end);
  return { line: Math.max(line, 1), column: Math.max(col, 1), endColumn: last.line === line && last.col > col ? last.col : Math.max(col, 1) + 1 };
}

function placeText(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `line ${Math.max(line, 1)}, column ${Math.max(col, 1)}`;
}
