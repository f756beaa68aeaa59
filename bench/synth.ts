import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { addRaw, addTuned, NAMESPACE, rawManifests } from './product-dedup';
import { compare, Comparison, milliseconds } from './statistics';

/** Where the deployments go: all in one chart, or each in its own. */
export type Layout = 'one chart' | 'a chart each';

export interface SynthComparison extends Comparison {
  readonly layout: Layout;
  readonly deployments: number;
}

type Add = (chart: Chart, name: string) => void;

/** Construct, validate and write: ours against the very same manifests as raw ApiObjects. */
export function compareSynth(layout: Layout, deployments: number, pairs: number): SynthComparison {
  const names = Array.from({ length: deployments }, (_, index) => `product-dedup-${index}`);
  // Copied before the clock starts: a raw chart has its values as literals.
  const manifestsFor = rawManifests();
  const manifests = new Map(names.map((name) => [name, manifestsFor(name)]));
  const addManifests: Add = (chart, name) => addRaw(chart, name, manifests.get(name)!);
  refuseDifference(layout, names.slice(0, 3), addManifests);

  const run = (add: Add) => inTemporaryFolder((outdir) => milliseconds(() => synth(layout, names, add, outdir)));
  return { layout, deployments, ...compare(pairs, () => run(addTuned), () => run(addManifests)) };
}

function synth(layout: Layout, names: string[], add: Add, outdir: string): void {
  const app = new App({ outdir });
  const chart = (id: string) => new Chart(app, id, { namespace: NAMESPACE });
  if (layout === 'one chart') {
    const shared = chart('all');
    names.forEach((name) => add(shared, name));
  } else {
    names.forEach((name) => add(chart(name), name));
  }
  app.synth();
}

/** A ratio between two different outputs would mean nothing. */
function refuseDifference(layout: Layout, names: string[], addManifests: Add): void {
  const [ours, theirs] = [addTuned, addManifests].map((add) => inTemporaryFolder((outdir) => {
    synth(layout, names, add, outdir);
    return readdirSync(outdir).sort().map((file) => `# ${file}\n${readFileSync(join(outdir, file), 'utf8')}`).join('');
  }));
  if (ours !== theirs) {
    throw new Error(`the raw ApiObjects do not write what TunedFlinkDeployment writes (${layout})`);
  }
}

function inTemporaryFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
