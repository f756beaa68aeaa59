import { App } from 'cdk8s';
import { Baseline } from './baseline';
import { Tuned } from './tuned';

const app = new App({ outdir: process.env.OUTDIR ?? 'dist/product-dedup' });
new Baseline(app, 'baseline');
const tuned = new Tuned(app, 'tuned');
app.synth();

process.stdout.write(tuned.deployment.explain());
