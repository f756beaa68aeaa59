import { cpus } from 'node:os';
import { coldRequire } from './cold-require';
import { memoryModel } from './memory-model';
import { atLeast, atMost, progress, ratio, table, time } from './report';
import { Comparison } from './statistics';
import { compareSynth, Layout, SynthComparison } from './synth';

/** Deployments and pairs of runs, per layout; the target is for the last of each. */
const SIZES: Record<Layout, [deployments: number, pairs: number][]> = {
  'one chart': [[1, 41], [100, 11], [1_000, 5]],
  'a chart each': [[1, 41], [100, 11], [500, 5]],
};

function main(): void {
  progress('cold require, in fresh processes');
  const cold = coldRequire(21);
  const synths = Object.entries(SIZES).flatMap(([layout, sizes]) => sizes.map(([deployments, pairs]) => {
    progress(`synth of ${deployments} in ${layout}, ${pairs} pairs`);
    return compareSynth(layout as Layout, deployments, pairs);
  }));
  progress('memory model');
  const rates = memoryModel(15);

  print(`node ${process.version}, ${cpus().length} cores (${cpus()[0].model}). Medians, with min–max in brackets;`
    + '\nthe two of a pair run one after the other and give one ratio, so that machine drift cancels.');
  print('Against the libraries below, and against the very same manifests as raw ApiObjects', table(
    ['', 'pairs', 'ours', 'theirs', 'ratio', 'target'],
    [
      comparisonRow('cold require, against cdk8s and cdk8s-plus-28', cold, atMost(1.15, cold.ratio)),
      ...synths.map((one) => comparisonRow(`synth, ${titled(one)}`, one, isLargest(one) ? atMost(1.25, one.ratio) : '')),
    ],
  ));
  print('Growth: time for one deployment; what is ours must not grow with their number', table(
    ['', 'ours', 'theirs', 'ours − theirs', ''],
    synths.map((one) => [
      titled(one), ...[one.ours, one.theirs, one.difference].map(({ median }) => time(median / one.deployments)), '',
    ]),
  ));
  print('The model alone, on one core', table(
    ['', 'inputs', 'slices', 'evaluations a second', 'target'],
    rates.map(({ what, inputs, slices, perSecond }, index) => [
      what, String(inputs), String(slices),
      `${count(perSecond.median)} (${count(perSecond.min)}–${count(perSecond.max)})`,
      index === 0 ? atLeast(50_000, perSecond) : '',
    ]),
  ));
}

function comparisonRow(what: string, { pairs, ours, theirs, ratio: ratios }: Comparison, target: string): string[] {
  return [what, String(pairs), time(ours.median), time(theirs.median), ratio(ratios), target];
}

function titled({ layout, deployments }: SynthComparison): string {
  return `${deployments.toLocaleString('en')} in ${layout}`;
}

function isLargest({ layout, deployments }: SynthComparison): boolean {
  return deployments === Math.max(...SIZES[layout].map(([size]) => size));
}

function count(perSecond: number): string {
  return Math.round(perSecond).toLocaleString('en');
}

function print(...parts: string[]): void {
  process.stdout.write(`${parts.join('\n\n')}\n\n`);
}

main();
