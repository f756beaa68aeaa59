import { Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import { anyAutoscaler } from './arbitrary-autoscaler';
import { Autoscaler, Cpu, ExcludedPeriod, FlinkVersion, ParallelismAlignment, ReactiveScaling, Rescaling } from '../../src';
import { Drawn, making, mostly, one, some } from '../making';

const minutes = (least: number, most: number) => fc.integer({ min: least, max: most }).map(Duration.minutes);
const share = (least: number, most: number) => fc.integer({ min: least, max: most }).map((percent) => percent / 100);

/** In their ranges; those out of them come from the autoscaler's own laws. */
const autoscaler = (flink: FlinkVersion): Drawn => some({
  rescaling: one(Rescaling.inPlace(), Rescaling.adviceOnly(), ...flink.isAtLeast(FlinkVersion.V2_0) ? [] : [Rescaling.byUpgrade()]),
  utilization: some({ target: share(50, 80), min: share(20, 40), max: share(85, 100) }, 3),
  vertices: some({
    minParallelism: one(1, 2),
    excluded: one(['0123456789abcdef0123456789abcdef']),
    alignment: one(ParallelismAlignment.EVENLY_SPREAD, ParallelismAlignment.OFF),
  }, 2),
  pace: some({
    metricsWindow: minutes(5, 30),
    stabilization: minutes(2, 30),
    scaleDownInterval: minutes(10, 90),
    maxScaleUp: one(1, 3),
    maxScaleDown: share(20, 90),
  }, 3),
  restart: some({ time: minutes(1, 5), trackedUpTo: minutes(6, 10), catchUp: minutes(5, 30) }, 2),
  excludedPeriods: one([ExcludedPeriod.daily('09:00', '12:00')], [ExcludedPeriod.cron('* * 9-11 * * ?')]),
  quota: some({ cpu: one(200, 2_000).map(Cpu.cores), memory: one(2_000).map(Size.gibibytes) }, 2),
  memoryTuning: some({ overhead: share(10, 50), maximizeManagedMemory: fc.boolean(), scaleDownCompensation: fc.boolean() }, 2),
  memoryPressure: some({ garbageCollection: share(20, 90), heapUsage: share(50, 100) }, 2),
  eventInterval: minutes(1, 60),
}, 4);

const reactive = fc.oneof(
  some({ taskManagers: mostly(one(1, 4, 20), one(0)) }, 1),
  some({}, 0, {
    horizontalPodAutoscaler: some({ min: one(1, 2), targetCpu: one(50, 80), scaleUpStabilization: minutes(0, 10) }, 2, {
      max: mostly(one(4, 30), one(0)),
    }),
  }),
);

/** The scaling that fits how the TaskManagers are started, and now and then the other. */
export function anyScaling(flink: FlinkVersion, isStandalone: boolean): Drawn {
  const byOperator = fc.oneof({ weight: 4, arbitrary: autoscaler(flink) }, { weight: 1, arbitrary: anyAutoscaler as Drawn });
  const native = making(byOperator, (props) => new Autoscaler(props));
  const standalone = making(reactive, (props) => new ReactiveScaling(props));
  return isStandalone ? mostly(standalone, native) : mostly(native, standalone);
}
