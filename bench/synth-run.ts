import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { addRaw, addTuned, literals, NAMESPACE } from './product-dedup';
import { costOf } from './stopwatch';

type Add = (chart: Chart, name: string) => void;

/**
 * Construct, validate and write, as a user's program does, for one side and one size; prints what it cost.
 * The raw side reads its manifests from standard input: to make them here would warm it up before the clock starts.
 */
function main(side: string, layout: string, deployments: number, keepIn?: string): void {
  const names = Array.from({ length: deployments }, (_, index) => `product-dedup-${index}`);
  const add = side === 'ours' ? addTuned : rawSide(names, readFileSync(0, 'utf8'));
  const outdir = keepIn ?? mkdtempSync(join(tmpdir(), 'cdk8s-flink-bench-'));
  try {
    process.stdout.write(JSON.stringify(costOf(() => {
      const app = new App({ outdir });
      const chart = (id: string) => new Chart(app, id, { namespace: NAMESPACE });
      const shared = layout === 'one chart' ? chart('all') : undefined;
      names.forEach((name) => add(shared ?? chart(name), name));
      app.synth();
    })));
  } finally {
    if (keepIn === undefined) {
      rmSync(outdir, { recursive: true });
    }
  }
}

function rawSide(names: string[], template: string): Add {
  const manifestsOf = literals(template);
  return (chart, name) => addRaw(chart, name, manifestsOf(name, name === names[0]));
}

const [side, layout, deployments, keepIn] = process.argv.slice(2);
main(side, layout, Number(deployments), keepIn);
