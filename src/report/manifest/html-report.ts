import { htmlBlock } from './html-blocks';
import { HTML_STYLE } from './html-style';
import { ManifestExplanation } from './manifest-explanation';
import { Content, element, Markup, markupText } from './markup';
import { printable } from './printable';
import { ReportSection, ResourceReport } from './report-section';
import { MARKS } from './text-report';

/** One file that needs nothing else: no script, no font, no network. */
export function htmlReport({ source, operator, passedOver }: ManifestExplanation, reports: readonly ResourceReport[]): string {
  const title = `What will run of ${printable(source)}`;
  const passed = passedOver.length === 0 ? '' : ` · ${passedOver.length} other ${passedOver.length === 1 ? 'resource' : 'resources'} passed over`;
  return `<!doctype html>\n${markupText(element('html', { lang: 'en' },
    element('head', {},
      new Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
      // Nothing may be loaded or run, whatever a manifest says.
      new Markup('<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">'),
      element('title', {}, title), element('style', {}, new Markup(HTML_STYLE))),
    element('body', {}, element('main', {},
      element('p', { class: 'top' }, `${title}, as operator ${operator} reads it${passed}`),
      reports.length < 2 ? [] : contents(reports), reports.map(resource)))))}\n`;
}

function contents(reports: readonly ResourceReport[]): Markup {
  return element('nav', { 'aria-label': 'Resources' }, element('ul', {}, reports.map(({ title, tone }, index) =>
    element('li', {}, `${MARKS[tone]} `, element('a', { href: `#resource-${index + 1}` }, title)))));
}

function resource({ title, subtitle, tone, verdict, sections }: ResourceReport, index: number): Markup {
  return element('article', { id: `resource-${index + 1}` },
    element('h1', {}, title), element('p', { class: 'subtitle' }, subtitle),
    element('p', { class: `verdict ${tone}` }, element('span', { 'class': 'mark', 'aria-hidden': 'true' }, MARKS[tone]), element('span', {}, verdict)),
    sections.map(section));
}

function section({ title, folded, blocks }: ReportSection): Content {
  return folded === true ? element('details', {}, element('summary', {}, title), blocks.map(htmlBlock))
    : element('section', {}, element('h2', {}, title), blocks.map(htmlBlock));
}
