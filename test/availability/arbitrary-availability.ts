import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { KubernetesHighAvailability, OperatorRecovery, RestartStrategy } from '../../src';
import { Drawn, making, mostly, one, some } from '../making';

const minutes = (least: number, most: number) => fc.integer({ min: least, max: most }).map(Duration.minutes);
const seconds = (least: number, most: number) => fc.integer({ min: least, max: most }).map(Duration.seconds);

export const anyHighAvailability: Drawn = making(some({
  storageDirectory: mostly(one('s3://other/ha', 'gs://other/ha'), one('file:///tmp/ha', 'ha')),
  standbyJobManagers: mostly(one(0, 1, 1, 2), one(-1)),
}, 2), (props) => new KubernetesHighAvailability(props));

const care = {
  rollback: some({ readinessTimeout: minutes(1, 30) }, 1),
  restartFailedJob: fc.boolean(),
  endedJobRetention: minutes(1, 3_000),
  startupProbe: fc.boolean(),
};
const healthCheck = some({
  restartsThreshold: mostly(fc.integer({ min: 1, max: 100 }), one(-1)),
  restartsWindow: minutes(1, 60),
  checkpointProgress: fc.boolean(),
  checkpointProgressWindow: minutes(1, 90),
}, 3);
export const anyRecovery: Drawn = fc.oneof(
  making(some({ ...care, healthCheck }, 3), OperatorRecovery.on),
  making(some(care, 3, { reason: mostly(one('another controller does it'), one(' ')) }), OperatorRecovery.off),
);

export const anyRestarts: Drawn = fc.oneof(
  making(some({
    initialBackoff: seconds(1, 30),
    maxBackoff: minutes(1, 10),
    backoffMultiplier: mostly(one(1.5, 2), one(0.5)),
    resetBackoffThreshold: minutes(10, 90),
    jitterFactor: mostly(one(0, 0.1), one(2)),
    attempts: mostly(one(1, 100), one(0)),
  }, 3), RestartStrategy.exponentialDelay),
  making(fc.record({ attempts: one(1, 10), delay: seconds(0, 60) }), RestartStrategy.fixedDelay),
  making(fc.record({ maxFailures: one(1, 10), interval: minutes(1, 60), delay: seconds(0, 60) }), RestartStrategy.failureRate),
  making(mostly(one('each failure is looked at'), one('')), (reason) => RestartStrategy.none({ reason })),
);

export const anyUpgradePolicy: Drawn = some({
  lastStateFallback: fc.boolean(), oldestCheckpoint: minutes(1, 90), cancelForLastState: fc.boolean(), ignorePendingSavepoint: fc.boolean(),
}, 2);
