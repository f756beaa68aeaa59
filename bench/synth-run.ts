import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { costOf } from './stopwatch';
import { Layout, Side, synthWork } from './synth-work';

/**
 * One synth, for one side and one size; prints what it cost. The manifests of the raw side come from standard
 * input: to make them here would warm the process up before the clock starts.
 */
function main(side: Side, layout: Layout, deployments: number, keepIn?: string): void {
  const template = side === 'raw' ? readFileSync(0, 'utf8') : '';
  const outdir = keepIn ?? mkdtempSync(join(tmpdir(), 'cdk8s-flink-bench-'));
  try {
    process.stdout.write(JSON.stringify(costOf(synthWork(side, layout, deployments, template, outdir))));
  } finally {
    if (keepIn === undefined) {
      rmSync(outdir, { recursive: true });
    }
  }
}

const [side, layout, deployments, keepIn] = process.argv.slice(2);
main(side as Side, layout as Layout, Number(deployments), keepIn);
