import { Code, CodeField } from './code';

/** The longest line, where a break can keep to it. */
export const WIDTH = 120;
/** Texts of several lines are printed line by line from this length on. */
const LONG_TEXT = 60;

/**
 * Code as text: on one line where it fits, else each part on a line of its own.
 * @param column where it begins
 * @param indent of the line that it begins on
 */
export function printCode(code: Code, column: number, indent: number): string {
  const line = onOneLine(code);
  return line !== undefined && column + line.length < WIDTH ? line : onManyLines(code, column, indent);
}

/** A text between single quotes. */
export function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, '\\\'')}'`;
}

/** Words as a comment, each line with its slashes. */
export function commentLines(comment: string, indent: number): string[] {
  const pad = ' '.repeat(indent);
  const lines: string[] = [];
  let line = '';
  for (const word of comment.split(/\s+/)) {
    if (line !== '' && indent + 3 + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((each) => `${pad}// ${each}`);
}

function literal(value: string | number | boolean | null): string {
  return typeof value === 'string' ? quoted(value) : Object.is(value, -0) ? '-0' : String(value);
}

/** Nothing where it must not be on one line: a comment, or a text of many lines. */
function onOneLine(code: Code): string | undefined {
  switch (code.is) {
    case 'data': return isLong(code.value) ? undefined : literal(code.value);
    case 'secret': return `secretOf(${quoted(code.variable)})`;
    case 'name': return code.name;
    case 'spread': return joined([code.code], (text) => `...${text}`);
    case 'list': return joined(code.items, (text) => `[${text}]`);
    case 'call': return joined(code.args, (text) => `${code.makes ? 'new ' : ''}${code.name}(${text})`);
    case 'fields': return fieldsOnOneLine(code.fields);
  }
}

function joined(codes: readonly Code[], around: (text: string) => string): string | undefined {
  const texts = codes.map(onOneLine);
  return texts.includes(undefined) ? undefined : around(texts.join(', '));
}

function fieldsOnOneLine(fields: readonly CodeField[]): string | undefined {
  const texts = fields.map(({ key, code, comment }) => {
    const value = comment === undefined ? onOneLine(code) : undefined;
    return value === undefined ? undefined : `${keyText(key)}: ${value}`;
  });
  return texts.includes(undefined) ? undefined : texts.length === 0 ? '{}' : `{ ${texts.join(', ')} }`;
}

function onManyLines(code: Code, column: number, indent: number): string {
  switch (code.is) {
    case 'data': return typeof code.value === 'string' && isLong(code.value) ? textLines(code.value, indent) : onOneLine(code)!;
    case 'secret':
    case 'name': return onOneLine(code)!;
    case 'spread': return `...${printCode(code.code, column + 3, indent)}`;
    case 'list': return block('[', code.items.map((item) => [printCode(item, indent + 2, indent + 2)]), ']', indent);
    case 'fields': return block('{', code.fields.map((field) => fieldLines(field, indent + 2)), '}', indent);
    case 'call': return callLines(code.name, code.args, code.makes, column, indent);
  }
}

/** The last argument breaks, if it can; the others stay beside the name. */
function callLines(name: string, args: readonly Code[], makes: boolean, column: number, indent: number): string {
  const before = `${makes ? 'new ' : ''}${name}(`;
  const first = args.slice(0, -1).map(onOneLine);
  const last = args[args.length - 1];
  const start = `${before}${first.map((text) => `${text}, `).join('')}`;
  const breaks = last !== undefined && ['fields', 'list', 'call'].includes(last.is);
  if (breaks && !first.includes(undefined) && column + start.length < WIDTH) {
    return `${start}${printCode(last, column + start.length, indent)})`;
  }
  return block(before, args.map((arg) => [printCode(arg, indent + 2, indent + 2)]), ')', indent);
}

function fieldLines({ key, code, comment }: CodeField, indent: number): string[] {
  const start = `${keyText(key)}: `;
  const comments = comment === undefined ? [] : commentLines(comment, indent).map((line) => line.trimStart());
  return [...comments, `${start}${printCode(code, indent + start.length, indent)}`];
}

/** Parts of one or more lines, a comma behind each. */
function block(open: string, parts: readonly (readonly string[])[], close: string, indent: number): string {
  const pad = ' '.repeat(indent + 2);
  const lines = parts.map((part) => part.map((line) => `${pad}${line}`).join('\n'));
  return parts.length === 0 ? `${open}${close}` : `${open}\n${lines.join(',\n')},\n${' '.repeat(indent)}${close}`;
}

function textLines(text: string, indent: number): string {
  return `${block('[', text.split('\n').map((line) => [quoted(line)]), ']', indent)}.join('\\n')`;
}

function isLong(value: unknown): boolean {
  return typeof value === 'string' && value.length > LONG_TEXT && value.trimEnd().includes('\n');
}

/** In a literal `__proto__` would be no field like another. */
function keyText(key: string): string {
  return key === '__proto__' ? '[\'__proto__\']' : /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}
