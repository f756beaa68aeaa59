import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inFreshProcess } from './fresh-process';
import { rawTemplate } from './product-dedup';
import { compare, Comparison, Cost } from './statistics';
import { costOf } from './stopwatch';
import { Layout, Side, synthWork } from './synth-work';

export interface SynthComparison extends Comparison {
  readonly layout: Layout;
  readonly deployments: number;
  /** False: each run was a process of its own and paid for its own compilation. */
  readonly warm: boolean;
}

/** Rounds after which V8 has compiled what it is going to. */
const WARM_UP = 4;

const TEMPLATE = rawTemplate();

/** Construct and synth: ours against the very same manifests as raw ApiObjects. */
export function compareSynth(layout: Layout, deployments: number, pairs: number): SynthComparison {
  return { layout, deployments, warm: false, ...compare(pairs, () => run('ours', layout, deployments), () => run('raw', layout, deployments)) };
}

/** The same in this one process, after a warm-up: what a deployment costs once the code is compiled. */
export function compareWarmSynth(layout: Layout, deployments: number, pairs: number): SynthComparison {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-bench-'));
  try {
    const [ours, raw] = (['ours', 'raw'] as const).map((side) => synthWork(side, layout, deployments, TEMPLATE, join(folder, side)));
    for (let round = 0; round < WARM_UP; round++) {
      ours();
      raw();
    }
    return { layout, deployments, warm: true, ...compare(pairs, () => costOf(ours), () => costOf(raw)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A ratio between two different outputs would mean nothing. */
export function refuseDifference(layout: Layout): void {
  if (output('ours', layout) !== output('raw', layout)) {
    throw new Error(`the raw ApiObjects do not write what TunedFlinkDeployment writes (${layout})`);
  }
}

function run(side: Side, layout: Layout, deployments: number, keepIn: string[] = []): Cost {
  return inFreshProcess('synth-run.ts', [side, layout, String(deployments), ...keepIn], TEMPLATE);
}

function output(side: Side, layout: Layout): string {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-bench-'));
  try {
    run(side, layout, 3, [folder]);
    return readdirSync(folder).sort().map((file) => `# ${file}\n${readFileSync(join(folder, file), 'utf8')}`).join('');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
