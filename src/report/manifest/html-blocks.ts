import { DecidedBy, RoleMemory, SettingExplanation } from './manifest-explanation';
import { Content, element, Markup } from './markup';
import { barOf, HELD_IN } from './memory-bar';
import { memorySaid, shareShown } from './memory-svg';
import { Block, Message } from './report-section';
import { bytesShown, decisionShown, memoryShown } from './shown-amounts';
import { TONE_WORDS } from './text-report';

/** A part of a section as HTML; every text from a manifest comes in as content, never in an attribute. */
export function htmlBlock(block: Block): Content {
  switch (block.is) {
    case 'figures': return element('dl', { class: 'figures' }, block.figures.map(({ label, value, note }) => element('div', {},
      element('dt', {}, label), element('dd', { class: 'value' }, value), element('dd', { class: 'small' }, note))));
    case 'facts': return [...(block.title === undefined ? [] : [element('h3', {}, block.title)]), facts(block.facts)];
    case 'table': return table(block.head.map((label) => ({ label })), block.rows.map((row) => [...row]));
    case 'memory': return memory(block.memory);
    case 'settings': return settings(block.settings);
    case 'messages': return element('ul', { class: 'messages' }, block.messages.map(message));
    case 'note': return element('p', { class: 'plain' }, block.text);
  }
}

function facts(rows: readonly (readonly [label: string, value: string])[]): Markup {
  return element('dl', { class: 'facts' }, rows.map(([label, value]) => [element('dt', {}, label), element('dd', {}, value)]));
}

interface Column {
  readonly label: string;
  readonly number?: boolean;
}

/** On a phone each row is a block, so that its cells tell their column; the roles keep it a table for those who listen. */
function table(columns: readonly Column[], rows: readonly Content[][]): Markup {
  return element('table', { role: 'table' },
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, columns.map(({ label, number }) =>
      element('th', { scope: 'col', role: 'columnheader', class: number === true ? 'number' : undefined }, label)))),
    element('tbody', { role: 'rowgroup' }, rows.map((row) => element('tr', { role: 'row' }, row.map((cell, index) =>
      element('td', { 'role': 'cell', 'data-label': columns[index].label, 'class': columns[index].number === true ? 'number' : undefined }, cell))))));
}

const MEMORY_COLUMNS: Column[] = [
  { label: 'pool' }, { label: 'size', number: true }, { label: 'bytes', number: true }, { label: 'share', number: true }, { label: 'decided by' },
];

function memory(of: RoleMemory): Markup {
  const decisions = new Map(of.pools.map(({ title, use, decidedBy }) => [title, { use, decidedBy }]));
  const rows = barOf(of).map(({ number, title, heldIn, bytes }): Content[] => {
    const { use, decidedBy } = decisions.get(title)!;
    return [
      [
        element('span', { class: `key ${heldIn}` }, String(number)), element('strong', {}, title),
        element('span', { class: 'small' }, `${HELD_IN[heldIn]}: ${use}`),
      ],
      memoryShown(bytes), bytesShown(bytes), shareShown(bytes, of.total), decision(decidedBy),
    ];
  });
  return element('div', { class: 'memory' },
    element('header', {}, element('h3', {}, `${of.role}: ${memoryShown(of.total)}`), element('span', { class: 'small' }, decision(of.decidedBy))),
    bar(of), table(MEMORY_COLUMNS, rows));
}

function decision(by: DecidedBy): Content {
  return by.key === undefined ? decisionShown(by)
    : [element('code', {}, `${by.key} ${by.value}`), element('span', { class: 'small' }, by.origin ?? '')];
}

/** In percent of the page's width, so that the digits keep their size on a phone. */
function bar(of: RoleMemory): Markup {
  const pieces = barOf(of);
  const percent = (value: number) => `${Math.round(value * 100) / 100}%`;
  return element('svg', { role: 'img' },
    element('title', {}, `Memory of a ${of.role}`), element('desc', {}, memorySaid(of)),
    pieces.map(({ number, heldIn, start, width }) => [
      element('rect', { class: heldIn, x: percent(start), y: 0, width: percent(width - 0.4), height: 44, rx: 3 }),
      element('text', { class: 'on', x: percent(start + width / 2 - 0.2), y: 27 }, String(number)),
    ]));
}

function settings(of: readonly SettingExplanation[]): Markup {
  return table([{ label: 'option' }, { label: 'value' }, { label: 'decided by' }], of.map(({ key, value, origin, field }): Content[] => [
    element('code', {}, key),
    value === undefined ? 'none' : value === '' ? '(empty)' : element('code', {}, value),
    field === undefined ? origin : element('code', {}, field),
  ]));
}

function message({ tone, code, text, details }: Message): Markup {
  return element('li', { class: tone },
    element('p', {}, element('span', { class: 'word' }, TONE_WORDS[tone]), ' ', text, ' ', element('code', {}, `[${code}]`)), facts(details));
}
