import { Composer, Document, isCollection, isPair, LineCounter, Node, Parser, Tags } from 'yaml';
import { ManifestPath } from './reading';
import { YamlAliases } from './yaml-aliases';
import { NO_JSON, refuseText, refuseTree } from './yaml-limits';
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

/** One document of a text. */
export interface TextDocument {
  readonly value: unknown;
  /** Where the value at this path stands, or the nearest that has a place. */
  readonly locate: (path: ManifestPath) => string;
}

/** The documents of a YAML text as plain values, whole numbers that ours would round as bigint; a refusal when it cannot be read. */
export function yamlDocuments(text: string): TextDocument[] {
  refuseText(text);
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
  for (const token of new Parser(lines.addNewLine).parse(text)) {
    if (token.type === 'error') {
      throw unreadable('unexpected text', placeText(lines, token.offset));
    }
    take(composer.next(token));
  }
  take(composer.end());
  return documents;
}

function textDocument(document: Document<Node>, lines: LineCounter): TextDocument {
  return {
    // What aliases cost has been counted.
    value: document.toJS({ maxAliasCount: -1, reviver: (_, value) => plainNumber(value) }),
    locate: (path) => placeText(lines, offsetOf(document, path)),
  };
}

function plainNumber(value: unknown): unknown {
  return typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function offsetOf(document: Document<Node>, path: ManifestPath): number {
  let offset = document.contents?.range?.[0] ?? 0;
  let node: unknown = document.contents;
  for (const key of path) {
    const pair = isCollection(node) ? node.items.find((item) => isPair(item) && String(item.key) === key) : undefined;
    const value: unknown = isPair(pair) ? pair.value : isCollection(node) ? node.get(key, true) : undefined;
    offset = ((isPair(pair) ? pair.key : value) as Node | undefined)?.range?.[0] ?? offset;
    node = value;
  }
  return offset;
}

function placeText(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `line ${Math.max(line, 1)}, column ${Math.max(col, 1)}`;
}
