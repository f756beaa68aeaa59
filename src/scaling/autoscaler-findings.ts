import { AutoscalerProps } from './autoscaler-props';
import { ScalingConfig, ScalingContext } from './scaling';
import { FlinkVersion } from '../flink/flink-version';

type Findings = NonNullable<ScalingConfig['findings']>;

/** What an autoscaler of this job will meet. */
export function autoscalerFindings({ memoryTuning }: AutoscalerProps, { flinkVersion, maxParallelism, needs }: ScalingContext): Findings {
  const step = widestStep(maxParallelism, needs.maxParallelism);
  return [
    ...flinkVersion.isAtLeast(FlinkVersion.V2_0) ? [{
      code: 'autoscaler-overrides-lost',
      message: `${flinkVersion} starts an application with the parallelism of the resource, whatever the autoscaler had found (FLINK-38770): a full upgrade falls back to it`,
      fix: 'expect the autoscaler to find it again after each upgrade, or set parallelism near what it finds; Flink 1.20 keeps it',
    }] : [],
    ...memoryTuning === undefined ? [] : [{
      code: 'autoscaler-memory-upgrades',
      message: 'memory tuning changes the pods, so that a decision with it is a full upgrade and not a rescale in place',
      fix: 'leave memoryTuning out where a restart is dear; the recommendations are told as events all the same',
    }],
    ...step === undefined ? [] : [{
      code: 'few-divisors',
      message: `max parallelism ${maxParallelism} has few divisors: above ${step[0]} subtasks the next number that spreads key groups evenly is ${step[1]}`,
      fix: 'set maxParallelism to 120, 180, 240, 360 or 720 before the job has state; it cannot change later without dropping it',
    }],
  ];
}

/** Neighbouring divisors of which the second is twice the first or more. Every even number begins and ends with such a pair, which does not count. */
function widestStep(maxParallelism: number, reach: number): [number, number] | undefined {
  const divisors = Array.from({ length: maxParallelism }, (_, index) => index + 1).filter((each) => maxParallelism % each === 0);
  const steps = divisors.slice(1).map((next, index): [number, number] => [divisors[index], next]);
  return steps.find(([from, to]) => from < reach && to >= 2 * from && to !== 2 && !(to === maxParallelism && from * 2 === to));
}
