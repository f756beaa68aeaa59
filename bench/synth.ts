import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inFreshProcess } from './fresh-process';
import { rawTemplate } from './product-dedup';
import { compare, Comparison, Cost } from './statistics';

/** Where the deployments go: all in one chart, or each in its own. */
export type Layout = 'one chart' | 'a chart each';
type Side = 'ours' | 'raw';

export interface SynthComparison extends Comparison {
  readonly layout: Layout;
  readonly deployments: number;
}

const TEMPLATE = rawTemplate();

/** Construct and synth: ours against the very same manifests as raw ApiObjects. */
export function compareSynth(layout: Layout, deployments: number, pairs: number): SynthComparison {
  return { layout, deployments, ...compare(pairs, () => run('ours', layout, deployments), () => run('raw', layout, deployments)) };
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
