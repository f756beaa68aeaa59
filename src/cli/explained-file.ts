import { basename, dirname, join } from 'node:path';
import { CommandIo } from './command-io';
import { WIDTH } from '../report/explained';
import { htmlReport } from '../report/manifest/html-report';
import { jsonReport } from '../report/manifest/json-report';
import { isMade } from '../report/manifest/made';
import { ManifestExplanation, ResourceExplanation } from '../report/manifest/manifest-explanation';
import { markdownReport, PictureOf } from '../report/manifest/markdown-report';
import { memorySvg } from '../report/manifest/memory-svg';
import { printable } from '../report/manifest/printable';
import { resourceReport } from '../report/manifest/resource-report';
import { textReport } from '../report/manifest/text-report';

export type ExplainFormat = 'text' | 'markdown' | 'html' | 'json';

const [NARROWEST, WIDEST] = [80, 120];

/** What is told, in the format of a terminal or of a file. */
export function explainedFormat(
  explanation: ManifestExplanation, format: ExplainFormat, { columns, colours }: Pick<CommandIo, 'columns' | 'colours'>, pictureOf: PictureOf = () => undefined,
): string {
  const reports = () => explanation.resources.map((resource) => resourceReport(resource, explanation.source));
  switch (format) {
    case 'json': return jsonReport(explanation);
    case 'html': return htmlReport(explanation, reports());
    case 'markdown': return markdownReport(reports(), pictureOf);
    case 'text': return textReport(reports(), { width: columns === undefined ? WIDTH : Math.min(Math.max(columns, NARROWEST), WIDEST), colours });
  }
}

/** The files that an output comes to: Markdown has a picture of each cluster beside it. */
export function explainedFile(explanation: ManifestExplanation, format: ExplainFormat, output: string): [path: string, text: string][] {
  const pictures = format === 'markdown' ? picturesOf(explanation.resources, output) : new Map<number, [string, string]>();
  const text = explainedFormat(explanation, format, { colours: false }, (index) => pictures.get(index)?.[0]);
  return [[output, text], ...[...pictures.values()].map(([file, svg]): [string, string] => [join(dirname(output), file), svg])];
}

/** `explain.orders.svg` beside `explain.md`, by the index of the resource; a name that is taken gets a number. */
function picturesOf(resources: readonly ResourceExplanation[], output: string): Map<number, [file: string, svg: string]> {
  const stem = basename(output).replace(/\.(md|markdown)$/i, '');
  const pictures = new Map<number, [string, string]>();
  const taken = new Set<string>();
  resources.forEach(({ name, cluster }, index) => {
    const roles = cluster === undefined ? [] : [cluster.taskManager, cluster.jobManager].filter(isMade);
    if (roles.length > 0) {
      // A name in a manifest may be anything, a path above all.
      const plain = name.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 60);
      const free = taken.has(plain) ? `${plain}-${index + 1}` : plain;
      taken.add(free);
      pictures.set(index, [`${stem}.${free}.svg`, memorySvg(printable(name), roles)]);
    }
  });
  return pictures;
}
