import { RoleMemory, SettingExplanation } from './manifest-explanation';
import { Block, Message, ReportSection, ResourceReport, Tone } from './report-section';
import { bytesShown, decisionShown, memoryShown } from './shown-amounts';
import { textTable } from '../text-table';

/** How a report is printed on a terminal; in a file all of it is plain. */
export interface TextStyle {
  readonly width: number;
  readonly colours: boolean;
}

export const MARKS: Record<Tone, string> = { good: '✔', bad: '✖', warning: '▲', note: '•' };
export const TONE_WORDS: Record<Tone, string> = { good: 'good', bad: 'error', warning: 'warning', note: 'note' };
const TONE_CODES: Record<Tone, number> = { good: 32, bad: 31, warning: 33, note: 36 };
const [BOLD, DIM, CYAN] = [1, 2, 36];
const INDENT = '  ';
const BAR = 20;

/** Resources one after the other, as text. */
export function textReport(reports: readonly ResourceReport[], style: TextStyle): string {
  return reports.map((report) => resourceText(report, style)).join(`\n${'─'.repeat(style.width)}\n\n`);
}

function resourceText({ title, subtitle, tone, verdict, sections }: ResourceReport, style: TextStyle): string {
  const heading = [
    painted(BOLD, title, style),
    painted(DIM, textTable([[subtitle]], style.width), style),
    painted(TONE_CODES[tone], textTable([[MARKS[tone], verdict]], style.width), style),
  ].join('\n');
  return `${[heading, ...sections.map((section) => sectionText(section, style))].join('\n\n')}\n`;
}

function sectionText({ title, blocks }: ReportSection, style: TextStyle): string {
  return `${painted(BOLD, title.toUpperCase(), style)}\n${blocks.map((block) => blockText(block, style)).join('\n\n')}`;
}

function blockText(block: Block, style: TextStyle): string {
  const { width } = style;
  switch (block.is) {
    case 'figures': return textTable(block.figures.map(({ label, value, note }) => [label, `${value} · ${note}`]), width, INDENT);
    case 'facts': return [
      ...(block.title === undefined ? [] : [`${INDENT}${block.title}`]),
      textTable(block.facts.map((fact) => [...fact]), width, block.title === undefined ? INDENT : INDENT.repeat(2)),
    ].join('\n');
    case 'table': return textTable([[...block.head], ...block.rows.map((row) => [...row])], width, INDENT);
    case 'memory': return memoryText(block.memory, style);
    case 'settings': return settingsText(block.settings, style);
    case 'messages': return block.messages.map((message) => messageText(message, style)).join('\n');
    case 'note': return textTable([[block.text]], width, INDENT);
  }
}

function messageText({ tone, code, text, details }: Message, style: TextStyle): string {
  const head = textTable([[TONE_WORDS[tone], `${text} [${code}]`]], style.width, INDENT)
    .replace(TONE_WORDS[tone], (word) => painted(TONE_CODES[tone], word, style));
  return `${head}\n${textTable(details.map((detail) => [...detail]), style.width, INDENT.repeat(3))}`;
}

/** Each pool with a bar as long as its share, and below it what it is for and who decides it. */
function memoryText({ role, total, decidedBy, pools }: RoleMemory, style: TextStyle): string {
  const shown = pools.filter(({ bytes }) => bytes > 0n);
  const amounts = shown.map(({ title, bytes }) => [title, memoryShown(bytes), bytesShown(bytes)]);
  const widths = [0, 1, 2].map((column) => Math.max(...amounts.map((row) => row[column].length)));
  const rows = shown.flatMap(({ bytes, use, decidedBy: by }, index) => {
    const [title, size, exact] = amounts[index];
    const line = [title.padEnd(widths[0]), size.padStart(widths[1]), exact.padStart(widths[2])].join(INDENT);
    const why = textTable([[`${use}; ${decisionShown(by)}`]], style.width, INDENT.repeat(3));
    return [`${INDENT}${line}  ${painted(CYAN, bar(bytes, total), style)}`, painted(DIM, why, style)];
  });
  const whole = textTable([[`${role}: ${memoryShown(total)} (${bytesShown(total)}); ${decisionShown(decidedBy)}`]], style.width, INDENT);
  return [painted(BOLD, whole, style), ...rows].join('\n');
}

/** Ten of a hundred are a tenth of its length, and what is there at all is seen. */
export function bar(bytes: bigint, whole: bigint, length = BAR): string {
  const filled = Math.max(1, Math.round((Number(bytes) / Number(whole)) * length));
  return '█'.repeat(filled).padEnd(length, '·');
}

/** Under whoever decides them; a field of the resource stands beside its option. */
function settingsText(settings: readonly SettingExplanation[], style: TextStyle): string {
  const origins = [...new Set(settings.map(({ origin }) => origin))];
  return origins.map((origin) => {
    const rows = settings.filter((setting) => setting.origin === origin)
      .map(({ key, value, field }) => [value === undefined ? key : `${key}: ${value}`, field ?? '']);
    const lines = rows.map(([text, field]) => `${INDENT.repeat(2)}${text}${field === '' ? '' : painted(DIM, `  ← ${field}`, style)}`);
    return [`${INDENT}${origin}`, ...lines].join('\n');
  }).join('\n');
}

function painted(code: number, text: string, { colours }: TextStyle): string {
  return colours ? text.split('\n').map((line) => `\u001b[${code}m${line}\u001b[0m`).join('\n') : text;
}
