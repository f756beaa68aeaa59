import { RoleMemory } from './manifest-explanation';
import { barOf, HELD_IN } from './memory-bar';
import { shareShown } from './memory-svg';
import { Block, Message, ReportSection, ResourceReport } from './report-section';
import { bytesShown, decisionShown, memoryShown } from './shown-amounts';
import { bar, MARKS, TONE_WORDS } from './text-report';

/** A picture of the memory beside the report, by the index of its resource. */
export type PictureOf = (index: number) => string | undefined;

/** For pull requests and wikis: tables, and bars of text in the place of the picture where there is none beside it. */
export function markdownReport(reports: readonly ResourceReport[], pictureOf: PictureOf): string {
  return `${reports.map((report, index) => resource(report, pictureOf(index))).join('\n\n')}\n`;
}

function resource({ title, subtitle, tone, verdict, sections }: ResourceReport, picture: string | undefined): string {
  return [`# ${plain(title)}`, plain(subtitle), `**${MARKS[tone]} ${plain(verdict)}**`, ...sections.map((each) => section(each, picture))].join('\n\n');
}

function section({ title, folded, blocks }: ReportSection, picture: string | undefined): string {
  const hasPicture = picture !== undefined && blocks.some(({ is }) => is === 'memory');
  const parts = [
    ...(hasPicture ? [`![Memory, the numbers are below](${picture})`] : []), ...blocks.map((block) => markdownBlock(block, hasPicture)),
  ].join('\n\n');
  return folded === true ? `<details><summary>${plain(title)}</summary>\n\n${parts}\n\n</details>` : `## ${plain(title)}\n\n${parts}`;
}

function markdownBlock(block: Block, hasPicture: boolean): string {
  switch (block.is) {
    case 'figures': return table(['', '', ''], block.figures.map(({ label, value, note }) => [plain(label), `**${plain(value)}**`, plain(note)]));
    case 'facts': return [
      ...(block.title === undefined ? [] : [`### ${plain(block.title)}\n`]), table(['', ''], block.facts.map(([label, value]) => [plain(label), plain(value)])),
    ].join('\n');
    case 'table': return table(block.head, block.rows.map((row) => row.map(plain)));
    case 'memory': return memory(block.memory, hasPicture);
    case 'settings': return table(['option', 'value', 'decided by'], block.settings.map(({ key, value, origin, field }) => [
      code(key), value === undefined ? 'none' : code(value), field === undefined ? plain(origin) : code(field),
    ]));
    case 'messages': return block.messages.map(message).join('\n');
    case 'note': return plain(block.text);
  }
}

function memory(of: RoleMemory, hasPicture: boolean): string {
  const pieces = barOf(of);
  const decisions = new Map(of.pools.map(({ title, decidedBy }) => [title, decidedBy]));
  const longest = Math.max(...pieces.map(({ title }) => title.length));
  const lines = pieces.map(({ title, bytes }) => `${title.padEnd(longest)}  ${bar(bytes, of.total, 32)}  ${shareShown(bytes, of.total)}`);
  const bars = ['```text', ...lines, '```'].join('\n');
  return [
    `### ${of.role}: ${memoryShown(of.total)}`,
    plain(decisionShown(of.decidedBy)),
    ...(hasPicture ? [] : [bars]),
    table(['', 'pool', 'kind', 'size', 'bytes', 'decided by'], pieces.map(({ number, title, heldIn, bytes }) => [
      String(number), title, HELD_IN[heldIn], memoryShown(bytes), bytesShown(bytes), plain(decisionShown(decisions.get(title)!)),
    ])),
  ].join('\n\n');
}

function message({ tone, code: id, text, details }: Message): string {
  return [`- **${TONE_WORDS[tone]}** ${plain(text)} ${code(`[${id}]`)}`, ...details.map(([label, value]) => `  - ${label}: ${plain(value)}`)].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Text that stays text: neither Markdown nor HTML, nor a mention of somebody. */
function plain(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/[\\`*_[\]#|~>]/g, '\\$&').replace(/@/g, '@\u2060');
}

/** Within a cell a bar would end it, also in code; with more back ticks around it than in it. */
function code(text: string): string {
  if (text === '') {
    return '(empty)';
  }
  const fence = '`'.repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length)) + 1);
  const pad = fence.length > 1 ? ' ' : '';
  return `${fence}${pad}${text.replace(/\|/g, '\\|')}${pad}${fence}`;
}
