import { App, Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import { anyAutoscaler } from './arbitrary-autoscaler';
import { operatorOptions } from '../../src/flink/options/option-catalogue';
import { valueDialect } from '../../src/flink/options/value-dialect';
import { valueProblem } from '../../src/flink/options/value-problem';
import { refusalIn } from '../../src/refusal';
import { deploymentOf, freshChart } from '../deployment/sample-deployment';
import {
  Autoscaler, AutoscalerProps, BusyTimeAggregator, Cpu, ExcludedPeriod, FlinkVersion, OperatorVersion, ParallelismAlignment, Rescaling,
  TunedFlinkDeployment,
} from 'cdk8s-flink';

const { V1_10, V1_11, V1_12, V1_13, V1_14, V1_15, V1_16 } = OperatorVersion;
const RELEASES = [V1_10, V1_11, V1_12, V1_13, V1_14, V1_15, V1_16];
const LINES = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3];

/** What the typed layer refuses; what is left for the webhook's rules to find would have slipped through it. */
const OWN = [
  'scaling-value', 'scaling-option-of-other-version', 'autoscaler-quota', 'autoscaler-without-effect', 'metrics-window', 'operator-too-old',
];

const APP = new App();
const FRESH = () => freshChart(new App({ outdir: APP.outdir }));
const settingsOf = (deployment: TunedFlinkDeployment): Record<string, string> => deployment.toJson().spec.flinkConfiguration;

test.each(RELEASES)('%s: any properties are refused by their names, or make options that it has and accepts', (operatorVersion) => {
  const catalogue = operatorOptions(operatorVersion.minorLine);
  const dialect = valueDialect(operatorVersion.flinkClasses);
  let accepted = 0;
  fc.assert(fc.property(anyAutoscaler, fc.constantFrom(...LINES), (props, flinkVersion) => {
    let made: TunedFlinkDeployment | undefined;
    const refusal = refusalIn(() => { made = deploymentOf({ operatorVersion, flinkVersion, scaling: new Autoscaler(props) }, FRESH()); });
    if (refusal !== undefined) {
      expect(OWN).toContain(refusal.code);
      return;
    }
    accepted++;
    for (const [key, value] of Object.entries(settingsOf(made!)).filter(([each]) => /^(job\.autoscaler|kubernetes\.operator)\./.test(each))) {
      expect([key, catalogue.find(key).is]).toEqual([key, expect.stringMatching(/^(option|member|handed-on)$/)]);
      expect(valueProblem(catalogue, key, value, dialect)).toBeUndefined();
    }
  }), { numRuns: 500 });
  expect(accepted).toBeGreaterThan(20);
});

/** All that can be said to a release, beside what only another says. */
const everything = (release: OperatorVersion): AutoscalerProps[] => {
  const since = (version: OperatorVersion, props: AutoscalerProps) => RELEASES.indexOf(release) >= RELEASES.indexOf(version) ? props : {};
  const minutes = Duration.minutes(3);
  return [{
    utilization: { target: 0.6, min: 0.4, max: 0.8 },
    vertices: { minParallelism: 1, maxParallelism: 20, excluded: ['0'.repeat(32)] },
    pace: { metricsWindow: minutes, stabilization: minutes, scaleDownInterval: minutes, maxScaleUp: 2, maxScaleDown: 0.5 },
    restart: { time: minutes, trackedUpTo: minutes, catchUp: minutes },
    excludedPeriods: [ExcludedPeriod.daily('09:00', '12:00')],
    quota: { cpu: Cpu.cores(100), memory: Size.gibibytes(400) },
    memoryTuning: { overhead: 0.3, maximizeManagedMemory: true, scaleDownCompensation: false },
    memoryPressure: { garbageCollection: 0.5, heapUsage: 0.9 },
    observation: {
      busyTime: BusyTimeAggregator.AVG, backlogLag: minutes, observedRateLag: minutes, observedRateMinObservations: 3, observedRateSwitch: 0.2,
    },
    effectivenessDetection: { threshold: 0.2 },
    history: { maxCount: 5, maxAge: minutes },
    eventInterval: minutes,
    ...since(V1_12, { observedScalability: { minCoefficient: 0.4, minObservations: 4 } }),
    ...since(V1_16, {
      restClientTimeout: minutes,
      customExecutors: [{ name: 'a', className: 'com.example.A' }],
      customEvaluator: { name: 'b', className: 'com.example.B' },
    }),
  },
  { rescaling: Rescaling.adviceOnly() },
  since(V1_11, { vertices: { alignment: ParallelismAlignment.MAXIMIZE_UTILIZATION } }),
  since(V1_16, { vertices: { alignment: ParallelismAlignment.custom({ name: 'c', className: 'com.example.C' }) } })];
};

test.each(RELEASES)('%s: every option of its autoscaler has a property', (operatorVersion) => {
  const deployments = everything(operatorVersion).map((props) => deploymentOf({ operatorVersion, scaling: new Autoscaler(props) }, FRESH()));
  const keys = deployments.flatMap((deployment) => Object.keys(settingsOf(deployment)));
  const catalogue = operatorOptions(operatorVersion.minorLine);
  const written = new Set(keys.map((key) => {
    const found = catalogue.find(key);
    return 'option' in found ? found.option.key : key;
  }));
  const missing = [...catalogue.keys].filter((key) => key.startsWith('job.autoscaler.') && !written.has(key));
  // Replaced by utilization.min and .max, and not read any more where these are set; until 1.16 the operator overwrites the timeout.
  const useless = [...operatorVersion === V1_10 ? [] : ['job.autoscaler.target.utilization.boundary'],
    ...operatorVersion === V1_16 ? [] : ['job.autoscaler.flink.rest-client.timeout']];
  expect(missing.sort()).toEqual(useless.sort());
});
