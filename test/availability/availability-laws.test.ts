import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { FLINK_LINES, OPERATORS } from './option-proof';
import { Refusal, refusalIn } from '../../src/refusal';
import { deploymentOf } from '../deployment/sample-deployment';
import {
  ClusterMode, FlinkJob, KubernetesHighAvailability, OperatorRecovery, RestartStrategy, TunedFlinkDeployment, TunedFlinkDeploymentProps, UpgradeMode,
} from 'cdk8s-flink';

const orNot = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const minutes = fc.integer({ min: 1, max: 90 }).map((count) => Duration.minutes(count));
const directory = fc.constantFrom(undefined, undefined, undefined, 's3://other/ha', 's3://other/ha', 'file:///tmp/ha', 'ha');
const highAvailability = fc.record({ storageDirectory: directory, standbyJobManagers: fc.constantFrom(undefined, 0, 1, 1, 1, 2, 2, -1) })
  .map((props) => new KubernetesHighAvailability(props));
const recovery = fc.record({
  healthCheck: orNot(fc.record({ checkpointProgressWindow: orNot(minutes), restartsThreshold: orNot(fc.nat({ max: 100 })) })),
  rollback: orNot(fc.record({ readinessTimeout: orNot(minutes) })),
  restartFailedJob: orNot(fc.boolean()),
}).map((props) => OperatorRecovery.on(props));
const restarts = fc.oneof(
  minutes.map((initialBackoff) => RestartStrategy.exponentialDelay({ initialBackoff })),
  minutes.map((delay) => RestartStrategy.fixedDelay({ attempts: 3, delay })),
  fc.constant(RestartStrategy.none({ reason: 'each failure is looked at' })),
);
const upgradePolicy = fc.record({
  lastStateFallback: orNot(fc.boolean()),
  oldestCheckpoint: orNot(minutes),
  cancelForLastState: orNot(fc.boolean()),
  ignorePendingSavepoint: orNot(fc.boolean()),
});
const possible: fc.Arbitrary<Partial<TunedFlinkDeploymentProps>> = fc.record({
  flinkVersion: fc.constantFrom(...FLINK_LINES),
  operatorVersion: fc.constantFrom(...OPERATORS),
  mode: fc.constantFrom(ClusterMode.NATIVE, ClusterMode.STANDALONE),
  highAvailability: orNot(highAvailability),
  operatorRecovery: orNot(recovery),
  restartStrategy: orNot(restarts),
  upgradePolicy: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: upgradePolicy }),
  upgradeMode: orNot(fc.constantFrom(...Object.values(UpgradeMode))),
}).map(({ upgradeMode, ...props }) => ({ ...props, job: FlinkJob.jar({ uri: 'local:///opt/flink/job/some-job.jar', upgradeMode }) }));

/** Why such a deployment may be refused; anything else would be a mistake that nobody can mend by these properties. */
const REFUSED = [
  'operator-too-old', 'high-availability-storage', 'standby-job-managers', 'standalone-high-availability', 'rollback-without-ha', 'idle-health-check', 'upgrade-policy',
];

test('any availability is refused with a reason of its own, or admitted with what was asked for', () => {
  const outcomes = new Map<string, number>();
  fc.assert(fc.property(fc.noBias(possible), (props) => {
    let made: TunedFlinkDeployment | undefined;
    const refusal: Refusal | undefined = refusalIn(() => { made = deploymentOf(props); });
    const outcome = refusal?.code ?? 'admitted';
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    expect([...REFUSED, 'admitted']).toContain(outcome);
    if (made === undefined) {
      return;
    }
    const { flinkConfiguration, job, jobManager } = made.toJson().spec;
    const isHighlyAvailable = flinkConfiguration['high-availability.type'] === 'kubernetes';
    expect(isHighlyAvailable).toBe(props.highAvailability !== undefined);
    // Nothing that is kept for a new JobManager lies in a pod.
    expect(flinkConfiguration['high-availability.storageDir'] ?? 's3:').toMatch(/^s3:/);
    expect(isHighlyAvailable || (jobManager.replicas ?? 1) === 1).toBe(true);
    expect(job.upgradeMode).toBe(props.job!.props.upgradeMode ?? (isHighlyAvailable ? 'last-state' : 'savepoint'));
    const keys = Object.keys(flinkConfiguration);
    expect(keys.filter((key) => keys.some((other) => other.startsWith(`${key}.`)))).toEqual([]);
    const restartKeys = keys.filter((key) => key.startsWith('restart-strategy.'));
    expect(restartKeys.filter((key) => key !== 'restart-strategy.type' && !key.startsWith(`restart-strategy.${flinkConfiguration['restart-strategy.type']}.`))).toEqual([]);
  }), { numRuns: 400, seed: 7 });
  expect([...outcomes.keys()].sort()).toEqual([...REFUSED, 'admitted'].sort());
  expect(outcomes.get('admitted')).toBeGreaterThan(40);
});
