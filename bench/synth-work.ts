import { App, Chart } from 'cdk8s';
import { addRaw, addTuned, literals, NAMESPACE } from './product-dedup';

export type Side = 'ours' | 'raw';
/** Where the deployments go: all in one chart, or each in its own. */
export type Layout = 'one chart' | 'a chart each';
type Add = (chart: Chart, name: string) => void;

/** Construct, validate and write, as a user's program does. */
export function synthWork(side: Side, layout: Layout, deployments: number, template: string, outdir: string): () => void {
  const names = Array.from({ length: deployments }, (_, index) => `product-dedup-${index}`);
  const add = side === 'ours' ? addTuned : rawSide(names, template);
  return () => {
    const app = new App({ outdir });
    const chart = (id: string) => new Chart(app, id, { namespace: NAMESPACE });
    const shared = layout === 'one chart' ? chart('all') : undefined;
    names.forEach((name) => add(shared ?? chart(name), name));
    app.synth();
  };
}

function rawSide(names: string[], template: string): Add {
  const manifestsOf = literals(template);
  return (chart, name) => addRaw(chart, name, manifestsOf(name, name === names[0]));
}
