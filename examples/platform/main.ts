import { App, Chart, Duration, Size } from 'cdk8s';
import { companyDefaults, CompanyJob } from './company-flink';
import { Throughput, Workload } from 'cdk8s-flink';

const app = new App({ outdir: process.env.OUTDIR ?? 'dist/platform' });
companyDefaults(app);

const orders = new Chart(app, 'orders', { namespace: 'orders' });
new CompanyJob(orders, 'order-totals', {
  version: '3.4.1',
  workload: Workload.windowedAggregation({
    throughput: Throughput.of({ recordsPerSecond: 12_000 }),
    expectedState: Size.gibibytes(6),
    recoveryTimeObjective: Duration.minutes(10),
  }),
});

const fraud = new Chart(app, 'fraud', { namespace: 'fraud' });
new CompanyJob(fraud, 'card-patterns', {
  version: '1.0.9',
  workload: Workload.patternDetection({ throughput: Throughput.of({ recordsPerSecond: 4_000 }), expectedState: Size.gibibytes(15) }),
});

app.synth();
