import { Judgement, lean } from './judgement';
import { Source } from './published-case';

/** The judgements as Markdown: what they come to, the table, and its sources. */
export function comparison(judgements: readonly Judgement[]): string {
  const sources = [...new Set(judgements.map(({ of: { source } }) => source))];
  return [summary(judgements), '', ...table(judgements), '', ...sources.map(listed)].join('\n');
}

function summary(judgements: readonly Judgement[]): string {
  const holding = judgements.filter(({ holds }) => holds);
  const blind = judgements.filter(({ of: { choseConstant } }) => !choseConstant);
  const turning = judgements.filter(({ otherwise }) => otherwise !== undefined);
  const { median, spread } = lean(judgements);
  return `${holding.length} of ${judgements.length} bands (${Math.floor((100 * holding.length) / judgements.length)} %) hold what was published; `
    + `the widest is ${Math.max(...judgements.map(({ width }) => width)).toFixed(1)} times from low to high. `
    + `Of the ${blind.length} figures that chose no constant, marked °, ${blind.filter(({ holds }) => holds).length} are held. `
    + `${turning.length} rows name another declaration that one could defend; with all of these, `
    + `${judgements.filter(({ holds, otherwise }) => (otherwise ?? { holds }).holds).length} bands would hold. `
    + `Our value ÷ the published figure: median ${median.toFixed(2)}, usual factor around it ${spread.toFixed(2)}.`;
}

function table(judgements: readonly Judgement[]): string[] {
  return [
    '| published by | case | declared to us | our low – value – high | published | held | |',
    '|---|---|---|--:|--:|---|---|',
    ...judgements.map((judgement) => {
      const { of, holds, otherwise } = judgement;
      const figures = of.published.map((figure) => shown(figure, of.unit)).join(' – ');
      const unit = of.unit === 'times' ? '×' : `k/s per ${of.unit}`;
      const cells = [
        `${of.source.name}${of.choseConstant ? '' : ' °'}`, of.name, of.declared,
        band(judgement), `${figures} ${unit}`, holds ? 'yes' : '**no**',
        [of.whyMissed, of.note, of.otherwise && `declared ${of.otherwise.as}: ${band(otherwise!)}, ${otherwise!.holds ? 'held' : 'not held'}`]
          .filter(Boolean).join('; '),
      ];
      return `| ${cells.join(' | ')} |`.replace(/ {2}\|$/, ' |');
    }),
  ];
}

function band({ of, low, value, high }: Judgement): string {
  return [low, value, high].map((rate) => shown(rate, of.unit)).join(' – ');
}

/** Rates in thousands, with three digits or so. */
function shown(figure: number, unit: string): string {
  const scaled = unit === 'times' ? figure : figure / 1_000;
  return scaled >= 100 ? String(Math.round(scaled)) : scaled.toFixed(unit === 'times' ? 2 : 1);
}

function listed({ name, url, reads }: Source): string {
  return `- [${name}](${url}): ${reads}.`;
}
