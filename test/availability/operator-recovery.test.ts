import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { OPERATORS, operatorSettingsProblems } from './option-proof';
import { deploymentOf, throughput } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import {
  Checkpointing, HealthCheckProps, KubernetesHighAvailability, OperatorRecovery, OperatorRecoveryProps, RestartStrategy, TunedFlinkDeploymentProps,
  Workload,
} from 'cdk8s-flink';

const PREFIX = 'kubernetes.operator.';
const highAvailability = new KubernetesHighAvailability();
const optionsOf = (recovery: OperatorRecovery) =>
  Object.fromEntries(recovery._bind().settings!.map(({ key, value }) => [key.slice(PREFIX.length), value]));
const specOf = (changes: Partial<TunedFlinkDeploymentProps>) => deploymentOf(changes).toJson().spec;
const refused = (property: string, got: string, allowed: string, fix: string) =>
  says(`${property} of the operator's recovery cannot be [operator-recovery]`, got, allowed, fix);

const time = fc.integer({ min: 1, max: 10_000_000 }).map((millis) => Duration.millis(millis));
const orNot = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const props: fc.Arbitrary<OperatorRecoveryProps> = fc.record({
  healthCheck: orNot(fc.record({ restartsThreshold: orNot(fc.nat()), restartsWindow: orNot(time), checkpointProgressWindow: orNot(time) })),
  rollback: orNot(fc.record({ readinessTimeout: orNot(time) })),
  restartFailedJob: orNot(fc.boolean()),
  endedJobRetention: orNot(time),
  startupProbe: orNot(fc.boolean()),
});

test.each(OPERATORS)('%s knows the options of any recovery and reads their values', (release) => {
  const seen = new Set<string>();
  fc.assert(fc.property(props, fc.boolean(), (given, on) => {
    const { settings } = (on ? OperatorRecovery.on(given) : OperatorRecovery.off({ ...given, reason: 'a drill' }))._bind();
    settings!.forEach(({ key }) => seen.add(key));
    expect(operatorSettingsProblems(release, settings!)).toEqual([]);
  }), { numRuns: 200 });
  expect(seen.size).toBe(10);
});

test('all of it, as given', () => {
  expect(optionsOf(OperatorRecovery.on({
    healthCheck: {
      restartsThreshold: 5, restartsWindow: Duration.minutes(10), checkpointProgress: true, checkpointProgressWindow: Duration.hours(1),
    },
    rollback: { readinessTimeout: Duration.minutes(15) },
    restartFailedJob: true,
    endedJobRetention: Duration.hours(2),
    startupProbe: false,
  }))).toEqual({
    'jm-deployment-recovery.enabled': 'true',
    'cluster.health-check.enabled': 'true',
    'cluster.health-check.restarts.threshold': '5',
    'cluster.health-check.restarts.window': '10min',
    'cluster.health-check.checkpoint-progress.enabled': 'true',
    'cluster.health-check.checkpoint-progress.window': '1h',
    'deployment.rollback.enabled': 'true',
    'deployment.readiness.timeout': '15min',
    'job.restart.failed': 'true',
    'jm-deployment.shutdown-ttl': '2h',
    'jm-deployment.startup.probe.enabled': 'false',
  });
});

test('off is told with its reason, and no health check can be said beside it', () => {
  const { settings } = OperatorRecovery.off({ reason: 'a drill' })._bind();
  expect(settings).toEqual([{ key: `${PREFIX}jm-deployment-recovery.enabled`, value: 'false', reason: 'a drill' }]);
  // In plain JavaScript it can be said, and comes to nothing.
  expect(optionsOf(OperatorRecovery.off({ reason: 'a drill', healthCheck: {} } as never))).toEqual({ 'jm-deployment-recovery.enabled': 'false' });
});

test('a raw setting that takes the recovery from under the health check is refused', () => {
  const changes = { highAvailability, operatorRecovery: OperatorRecovery.on({ healthCheck: {} }), flinkConfiguration: { [`${PREFIX}jm-deployment-recovery.enabled`]: 'false' } };
  expect(refusalOf(() => specOf(changes)).code).toBe('health-check-without-recovery');
});

describe('rollback', () => {
  const operatorRecovery = OperatorRecovery.on({ rollback: {} });

  test('goes with high availability', () => {
    expect(specOf({ highAvailability, operatorRecovery }).flinkConfiguration[`${PREFIX}deployment.rollback.enabled`]).toBe('true');
  });

  test('without it is refused', () => {
    expect(refusalOf(() => specOf({ operatorRecovery })).message).toBe(says(
      'rollback needs high availability [rollback-without-ha]', 'rollback on, high-availability.type unset', 'high-availability.type: kubernetes',
      'turn rollback off or high availability on', 'chart/some-job',
    ));
  });
});

describe('the health check', () => {
  const operatorRecovery = OperatorRecovery.on({ healthCheck: {} });

  test('of a job that keeps its state without high availability is refused: the operator leaves it ill', () => {
    expect(refusalOf(() => specOf({ operatorRecovery })).message).toBe(says(
      'without high availability the operator leaves a job that keeps its state as ill as it is [idle-health-check]',
      'upgrade mode savepoint, no high availability, in spec.flinkConfiguration["kubernetes.operator.cluster.health-check.enabled"]',
      'high availability, or upgrade mode stateless', 'set highAvailability, for example new KubernetesHighAvailability()', 'chart/some-job',
    ));
  });

  test('of a stateless job needs none', () => {
    const stateless = { workload: Workload.statelessTransformation({ throughput }), checkpointing: Checkpointing.disabled({ reason: 'it only forwards' }), stateBackend: undefined };
    expect(specOf({ ...stateless, operatorRecovery }).flinkConfiguration[`${PREFIX}cluster.health-check.enabled`]).toBe('true');
  });

  test.each<[number, boolean]>([[1_199_999, true], [1_200_000, false]])('a window for checkpoints of %d ms, twice the timeout being 20 min: refused %p', (millis, isRefused) => {
    const healthCheck = { checkpointProgressWindow: Duration.millis(millis) };
    const check = () => specOf({ highAvailability, operatorRecovery: OperatorRecovery.on({ healthCheck }) });
    if (!isRefused) {
      expect(check().flinkConfiguration[`${PREFIX}cluster.health-check.checkpoint-progress.window`]).toBe('20min');
      return;
    }
    expect(refusalOf(check).message).toBe(says(
      'the operator passes over this window for checkpoints, which is shorter than they may take [idle-health-check]',
      '"1199999ms", in spec.flinkConfiguration["kubernetes.operator.cluster.health-check.checkpoint-progress.window"]',
      '1200 s and more: the interval or timeout of checkpoints, times the failures that are borne and two', 'lengthen checkpointProgressWindow, or leave it out', 'chart/some-job',
    ));
  });

  test('failed checkpoints that are borne lengthen that window', () => {
    const changes = { highAvailability, operatorRecovery: OperatorRecovery.on({ healthCheck: { checkpointProgressWindow: Duration.minutes(20) } }) };
    const flinkConfiguration = { 'execution.checkpointing.tolerable-failed-checkpoints': '1' };
    expect(refusalOf(() => specOf({ ...changes, flinkConfiguration })).code).toBe('idle-health-check');
  });
});

describe('the threshold of restarts', () => {
  const findingsOf = (healthCheck: HealthCheckProps, changes: Partial<TunedFlinkDeploymentProps> = {}) =>
    deploymentOf({ highAvailability, operatorRecovery: OperatorRecovery.on({ healthCheck }), ...changes })
      .findings.filter(({ code }) => code === 'restarts-threshold');

  test('of the operator is never reached with pauses that grow, and that is told', () => {
    expect(findingsOf({})).toEqual([{
      code: 'restarts-threshold',
      message: 'the health check waits for more than 64 restarts within 120 s, and the pauses between them allow 11',
      fix: 'lower restartsThreshold or lengthen restartsWindow of the health check',
    }]);
  });

  // Pauses of ten seconds that do not grow and are not shortened: one failure at the start, and one every ten seconds.
  const steady = RestartStrategy.exponentialDelay({ initialBackoff: Duration.seconds(10), maxBackoff: Duration.seconds(10), jitterFactor: 0 });
  test.each<[number, number]>([[6, 0], [7, 1]])('%d restarts within a minute at one every ten seconds: %d findings', (threshold, count) => {
    expect(findingsOf({ restartsThreshold: threshold, restartsWindow: Duration.minutes(1) }, { restartStrategy: steady })).toHaveLength(count);
  });

  test('is told nothing about where pauses do not grow, or no check is on', () => {
    expect(findingsOf({}, { restartStrategy: RestartStrategy.fixedDelay({ attempts: 1000, delay: Duration.seconds(1) }) })).toEqual([]);
    expect(findingsOf({}, { flinkConfiguration: { [`${PREFIX}cluster.health-check.enabled`]: 'false' } })).toEqual([]);
  });
});

describe('refused', () => {
  const from = (least: number): [string, string] => [`whole milliseconds from ${least}`, 'give for example Duration.minutes(5)'];
  test.each<[string, () => unknown, string]>([
    ['off without a reason', () => OperatorRecovery.off({ reason: '' }), refused('reason', '""', 'a sentence that the next reader understands', 'say why a lost JobManager must stay lost')],
    ['a negative threshold', () => OperatorRecovery.on({ healthCheck: { restartsThreshold: -1 } }),
      refused('restartsThreshold', '-1', 'whole numbers from 0 to 2147483647', 'leave it out for 64')],
    ['a window of nothing', () => OperatorRecovery.on({ healthCheck: { restartsWindow: Duration.millis(0) } }), refused('restartsWindow', '0', ...from(1))],
    ['no time to come up', () => OperatorRecovery.on({ rollback: { readinessTimeout: Duration.millis(0) } }), refused('readinessTimeout', '0', ...from(1))],
    ['part of a millisecond', () => OperatorRecovery.on({ endedJobRetention: Duration.millis(0.5) }), refused('endedJobRetention', '0.5', ...from(0))],
    ['a window for what is not looked at', () => OperatorRecovery.on({ healthCheck: { checkpointProgress: false, checkpointProgressWindow: Duration.hours(1) } }),
      refused('checkpointProgressWindow', '"1h"', 'none where checkpointProgress is false', 'leave out one of the two')],
  ])('%s', (_, work, message) => expect(refusalOf(work).message).toBe(message));
});
