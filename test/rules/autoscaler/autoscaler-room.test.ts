import { autoscalerOfOldFlink, idleAutoscalerOptions, overriddenParallelism, restartingAutoscaler } from '../../../src/rules/autoscaler/idle-autoscaler';
import { fewDivisors, unboundedAutoscaler } from '../../../src/rules/autoscaler/scaling-room';
import { foundBy, told } from '../example-of';

const on = (text = '') => `flinkConfiguration: { job.autoscaler.enabled: "true", jobmanager.scheduler: adaptive${text} }`;
const ADVICE = ', job.autoscaler.scaling.enabled: "false"';

describe('few-divisors', () => {
  test.each([['24', '1, 2, 3, 4, 6, 8, 12, 24'], ['128', '1, 2, 4, 8, 16, 32, 64, 128'], ['101', '1, 101']])('max parallelism %s', (max, steps) =>
    expect(foundBy(fewDivisors, on(`, pipeline.max-parallelism: "${max}"`)).map(({ becomes }) => becomes)).toEqual([`evenly with parallelism ${steps}`]));

  test.each(['120', '180', '240', '360', '720', '200', '2147483647'])('max parallelism %s is none', (max) =>
    expect(foundBy(fewDivisors, on(`, pipeline.max-parallelism: "${max}"`))).toEqual([]));

  test('Flink\'s own is found, and advice alone is not', () => {
    expect(foundBy(fewDivisors, on(', pipeline.max-parallelism: null')).map(({ got }) => got)).toEqual(['nothing: 128 up to a parallelism of 85']);
    expect(foundBy(fewDivisors, on(`, pipeline.max-parallelism: "24"${ADVICE}`))).toEqual([]);
  });
});

describe('unbounded-autoscaler', () => {
  test('what it may come to', () => {
    expect(foundBy(unboundedAutoscaler, on()).map(({ becomes }) => becomes)).toEqual(['up to 60 TaskManagers: 120 CPU and 245760 MiB']);
    expect(foundBy(unboundedAutoscaler, on(', pipeline.max-parallelism: "720"')).map(({ becomes }) => becomes)).toEqual(['up to 100 TaskManagers: 200 CPU and 409600 MiB']);
  });

  test.each(['job.autoscaler.vertex.max-parallelism: "8"', 'kubernetes.operator.job.autoscaler.quota.cpu: "8"', 'job.autoscaler.quota.memory: 64g'])(
    '%s is a bound', (text) => expect(foundBy(unboundedAutoscaler, on(`, ${text}`))).toEqual([]));

  test('of a job in a session that nobody knows there are no numbers', () => expect(told(foundBy(unboundedAutoscaler,
    'apiVersion: flink.apache.org/v1beta1\nkind: FlinkSessionJob\nmetadata: { name: orders }\nspec:\n  deploymentName: s\n'
    + `  ${on()}\n  job: { jarURI: "https://example.com/o.jar", parallelism: 5, upgradeMode: savepoint }\n`))).toEqual([
    'spec.flinkConfiguration["job.autoscaler.enabled"]: nothing but the max parallelism ends how far the autoscaler goes; got no vertex.max-parallelism and no quota; '
    + 'allowed a bound that you would pay for',
  ]));
});

describe('an autoscaler that does not do what it says', () => {
  test('a restart each time', () => {
    expect(foundBy(restartingAutoscaler, restartingAutoscaler.fires!).map(({ got, becomes }) => [got, becomes])).toEqual([['nothing', 'an upgrade by savepoint each time']]);
    expect(foundBy(restartingAutoscaler, on().replace('adaptive', 'default')).map(({ got }) => got)).toEqual(['"default"']);
    expect(foundBy(restartingAutoscaler, on())).toEqual([]);
    // A rule of its own speaks of Flink 2.
    expect(foundBy(restartingAutoscaler, `flinkVersion: v2_1\n${restartingAutoscaler.fires!}`)).toEqual([]);
  });

  test.each([['v1_16', 1], ['v1_17', 0], ['v2_0', 0]])('on %s', (version, count) => expect(foundBy(autoscalerOfOldFlink, `flinkVersion: ${version}\n${on()}`)).toHaveLength(count));

  test('options while it is off', () => {
    expect(told(foundBy(idleAutoscalerOptions, 'flinkConfiguration: { job.autoscaler.metrics.window: 5m, job.autoscaler.restart.time: 2m }'))).toEqual([
      'spec.flinkConfiguration["job.autoscaler.metrics.window"]: the autoscaler is off, and reads none of its options; got 2 options; '
      + 'allowed job.autoscaler.enabled: "true", or none of them',
    ]);
    expect(foundBy(idleAutoscalerOptions, 'flinkConfiguration: { job.autoscaler.enabled: "false" }')).toEqual([]);
  });

  test('parallelisms by hand', () => {
    expect(foundBy(overriddenParallelism, overriddenParallelism.fires!)).toHaveLength(1);
    expect(foundBy(overriddenParallelism, overriddenParallelism.fires!.replace('jobmanager.scheduler', 'job.autoscaler.vertex.exclude.ids: cbc3, jobmanager.scheduler'))).toEqual([]);
  });
});
