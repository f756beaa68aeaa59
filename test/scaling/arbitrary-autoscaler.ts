import { Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import { AutoscalerProps, BusyTimeAggregator, Cpu, ExcludedPeriod, ParallelismAlignment, Rescaling } from '../../src';

const decimal = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const share = fc.noBias(fc.oneof(decimal(0, 1), fc.constantFrom(0, 1, 0.01, 0.3), decimal(-1, 3), fc.constantFrom(-0.1, 1.2)));
const factor = fc.oneof(share, fc.constantFrom(1e5, 1e21, -1));
const count = fc.oneof(fc.integer({ min: 1, max: 24 }), fc.integer({ min: -1, max: 400 }));
const time = fc.oneof(fc.integer({ min: 60, max: 7_200 }), fc.integer({ min: 0, max: 59 })).map((seconds) => Duration.seconds(seconds));
const struct = (model: Record<string, fc.Arbitrary<unknown>>) => fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<any>;
const plugin = fc.record({ name: fc.constantFrom('a', 'b-2'), className: fc.constant('com.example.Mine'), parameters: fc.constant({ limit: '3' }) });

const rescaling = fc.oneof(
  struct({ resourceWaitTimeout: time, resourceStabilizationTimeout: time, rescaleCooldown: time, minParallelismIncrease: count }),
  struct({ runningResourceStabilizationTimeout: time, rescaleMaxDelay: time, maxCheckpointFailures: count }),
).map((options) => Rescaling.inPlace(options));

const MODEL: { [K in keyof AutoscalerProps]-?: fc.Arbitrary<AutoscalerProps[K]> } = {
  rescaling: fc.oneof(rescaling, fc.constantFrom(Rescaling.inPlace(), Rescaling.byUpgrade(), Rescaling.adviceOnly())),
  utilization: struct({ target: share, min: share, max: share }),
  vertices: struct({
    minParallelism: count,
    maxParallelism: count,
    excluded: fc.array(fc.stringMatching(/^[0-9a-f]{32}$/), { maxLength: 3 }),
    alignment: fc.oneof(fc.constantFrom(
      ParallelismAlignment.BALANCED, ParallelismAlignment.EVENLY_SPREAD, ParallelismAlignment.MAXIMIZE_UTILIZATION, ParallelismAlignment.OFF,
    ), plugin.map(ParallelismAlignment.custom)),
  }),
  pace: struct({ metricsWindow: time, stabilization: time, scaleDownInterval: time, maxScaleUp: factor, maxScaleDown: share }),
  restart: struct({ time, trackedUpTo: time, catchUp: time }),
  excludedPeriods: fc.array(fc.constantFrom(
    ExcludedPeriod.daily('09:00', '12:00'), ExcludedPeriod.cron('* * 9-11 * * ?'), ExcludedPeriod.dailyWhen('9:30', '10:00', '* * * ? * MON'),
  ), { maxLength: 3 }),
  quota: struct({ cpu: fc.integer({ min: 1, max: 100_000 }).map(Cpu.millis), memory: fc.integer({ min: 1, max: 200_000 }).map(Size.mebibytes) }),
  memoryTuning: struct({ overhead: share, maximizeManagedMemory: fc.boolean(), scaleDownCompensation: fc.boolean() }),
  memoryPressure: struct({ garbageCollection: share, heapUsage: share }),
  observation: struct({
    busyTime: fc.constantFrom(...Object.values(BusyTimeAggregator)),
    backlogLag: time,
    observedRateLag: time,
    observedRateMinObservations: count,
    observedRateSwitch: factor,
  }),
  observedScalability: struct({ minCoefficient: share, minObservations: count }),
  effectivenessDetection: struct({ threshold: share }),
  history: struct({ maxCount: count, maxAge: time }),
  eventInterval: time,
  restClientTimeout: time,
  customExecutors: fc.array(plugin, { maxLength: 2 }),
  customEvaluator: plugin,
};

/** A few of them, in their ranges or out of them: with all, nearly every draw would hold something that is refused. */
export const anyAutoscaler: fc.Arbitrary<AutoscalerProps> = fc.noBias(fc.subarray(Object.keys(MODEL) as (keyof AutoscalerProps)[], { maxLength: 4 }))
  .chain((keys) => fc.record(Object.fromEntries(keys.map((key): [string, fc.Arbitrary<any>] => [key, MODEL[key]]))));
