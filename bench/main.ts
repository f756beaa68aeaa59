import { cpus } from 'node:os';
import { coldRequire } from './cold-require';
import { lint, lintBesideKubeconform, lintStart, rules } from './lint';
import { memoryModel } from './memory-model';
import { coldCatalogue } from './option-catalogue';
import { atLeast, atMost, progress, rate, ratio, table, time } from './report';
import { Comparison } from './statistics';
import { compareSynth, compareWarmSynth, refuseDifference, SynthComparison } from './synth';
import { Layout } from './synth-work';
import { twin } from './twin';

/** Deployments and pairs of runs, per layout; the target is for the last of each. */
const SIZES: Record<Layout, [deployments: number, pairs: number][]> = {
  'one chart': [[1, 11], [100, 7], [1_000, 5]],
  'a chart each': [[1, 11], [100, 7], [500, 5]],
};

/** Evaluations a second. */
const TARGETS: Record<string, number> = { 'taskManagerMemory': 50_000, 'twin of a FlinkDeployment': 5_000, 'lint of a manifest': 2_000 };

function main(): void {
  progress('cold require');
  const cold = coldRequire(21);
  const layouts = Object.keys(SIZES) as Layout[];
  layouts.forEach(refuseDifference);
  const synths = layouts.flatMap((layout) => SIZES[layout].map(([deployments, pairs]) => {
    progress(`synth of ${deployments} in ${layout}, ${pairs} pairs`);
    return compareSynth(layout, deployments, pairs);
  }));
  const warm = layouts.map((layout) => {
    const [deployments] = SIZES[layout][SIZES[layout].length - 1];
    progress(`synth of ${deployments} in ${layout}, warm`);
    return compareWarmSynth(layout, deployments, 7);
  });
  progress('option catalogue');
  const catalogue = coldCatalogue(21);
  progress('memory model');
  const rates = memoryModel(15);
  progress('twin');
  const twins = twin(15);
  progress('lint');
  const [linted, ruled] = [lint(15), rules(15)];
  const start = lintStart(15);
  const beside = lintBesideKubeconform(5);

  print(`node ${process.version}, ${cpus().length} cores. Medians; min–max in brackets. A run is a process of its own, but for those called`
    + '\nwarm, which are later rounds in one process. The two runs of a pair follow one another and give one ratio, so that'
    + '\nthe drift of the machine cancels.');
  print('Against cdk8s with cdk8s-plus-28, and against the very same manifests as raw ApiObjects', table(
    ['', 'pairs', 'ours', 'theirs', 'ratio', 'ratio of CPU time', 'target'],
    [
      comparisonRow('cold require', cold, atMost(1.15, cold.ratio)),
      ...[...synths, ...warm].map((one) => comparisonRow(`synth, ${titled(one)}`, one, isLargest(one) ? atMost(1.25, one.ratio) : '')),
    ],
  ));
  print('Growth: time for one deployment, construct and synth', table(
    ['', 'ours', 'theirs', 'ours − theirs'],
    [...synths, ...warm].map((one) => [titled(one), ...[one.ours, one.theirs, one.difference].map(({ median }) => time(median / one.deployments))]),
  ));
  print('The option catalogue of one version of Flink, loaded and indexed in a fresh process', table(
    ['', 'runs', 'ms', 'target'], [['cold load', '21', ratio(catalogue), atMost(15, catalogue)]],
  ));
  print('The model alone, on one core, warm', table(
    ['', 'inputs', 'slices', 'evaluations a second', 'target'],
    [...rates, twins, ruled, linted].map(({ what, inputs, slices, perSecond }) => [
      what, String(inputs), String(slices), rate(perSecond), TARGETS[what] === undefined ? '' : atLeast(TARGETS[what], perSecond),
    ]),
  ));
  const over = start.ours.median - start.node.median;
  print('The command lint as a process, in ms', table(['', 'ours', 'other', ''], [
    ['start on one small file, and node -e 0', time(start.ours.median), time(start.node.median), `${time(over)} over node's own; target below 250 ms`],
    ...(beside === undefined ? [] : [[
      `${beside.files} files, and kubeconform with an empty schema`, time(beside.ours.median), time(beside.theirs.median),
      `${(beside.ours.median / beside.theirs.median).toFixed(2)} times its time`,
    ]]),
  ]));
}

function comparisonRow(what: string, { pairs, ours, theirs, ratio: wall, cpuRatio }: Comparison, target: string): string[] {
  return [what, String(pairs), time(ours.median), time(theirs.median), ratio(wall), ratio(cpuRatio), target];
}

function titled({ layout, deployments, warm }: SynthComparison): string {
  return `${deployments.toLocaleString('en')} in ${layout}${warm ? ', warm' : ''}`;
}

function isLargest({ layout, deployments }: SynthComparison): boolean {
  return deployments === Math.max(...SIZES[layout].map(([size]) => size));
}

function print(...parts: string[]): void {
  process.stdout.write(`${parts.join('\n\n')}\n`);
}

main();
