import { Duration } from 'cdk8s';
import { HealthCheckProps, NoOperatorRecoveryProps, OperatorCareProps, OperatorRecoveryProps } from './operator-recovery-props';
import { FlinkSetting } from '../flink/configuration/setting';
import { Refusal, shown } from '../refusal';
import { StrategyConfig } from '../strategy/strategy-config';
import { isTellable, millisecondsOf, renderDuration } from '../units/flink-duration';
import { INT_MAX } from '../units/java-number';
import { isWhole } from '../units/whole-number';

/**
 * What the operator does when a JobManager is gone or a job is ill. There is no health check without recovery, which the
 * operator refuses. Values that cannot be are refused with `[operator-recovery]`.
 */
export class OperatorRecovery {
  /** Brings back a JobManager whose Deployment is gone: a stateless job from nothing, any other by its high availability. */
  public static on(props: OperatorRecoveryProps = {}): OperatorRecovery {
    return new OperatorRecovery([
      setting('jm-deployment-recovery.enabled', true, 'a lost JobManager is brought back'),
      ...props.healthCheck === undefined ? [] : healthCheckSettings(props.healthCheck),
      ...careSettings(props),
    ]);
  }

  /** Leaves a JobManager whose Deployment is gone as it is. Operator option `kubernetes.operator.jm-deployment-recovery.enabled`. */
  public static off(props: NoOperatorRecoveryProps): OperatorRecovery {
    if (typeof props.reason !== 'string' || props.reason.trim() === '') {
      throw refusal('reason', props.reason, 'a sentence that the next reader understands', 'say why a lost JobManager must stay lost');
    }
    return new OperatorRecovery([setting('jm-deployment-recovery.enabled', false, props.reason.trim()), ...careSettings(props)]);
  }

  private constructor(private readonly settings: FlinkSetting[]) {}

  /** @internal */
  public _bind(): StrategyConfig {
    return { settings: this.settings };
  }
}

function healthCheckSettings(props: HealthCheckProps): FlinkSetting[] {
  const { restartsThreshold: most, restartsWindow, checkpointProgress, checkpointProgressWindow } = props;
  if (most !== undefined && !isWhole(most, 0)) {
    throw refusal('restartsThreshold', most, `whole numbers from 0 to ${INT_MAX}`, 'leave it out for 64');
  }
  if (checkpointProgress === false && checkpointProgressWindow !== undefined) {
    throw refusal('checkpointProgressWindow', renderDuration(checkpointProgressWindow), 'none where checkpointProgress is false', 'leave out one of the two');
  }
  return [
    setting('cluster.health-check.enabled', true, 'a job that is ill is deployed again'),
    ...given('cluster.health-check.restarts.threshold', most),
    ...given('cluster.health-check.restarts.window', time('restartsWindow', restartsWindow)),
    ...given('cluster.health-check.checkpoint-progress.enabled', checkpointProgress),
    ...given('cluster.health-check.checkpoint-progress.window', time('checkpointProgressWindow', checkpointProgressWindow)),
  ];
}

function careSettings({ rollback, restartFailedJob, endedJobRetention, startupProbe }: OperatorCareProps): FlinkSetting[] {
  return [
    ...rollback === undefined ? [] : [setting('deployment.rollback.enabled', true, 'what does not come up makes way for what ran before')],
    ...given('deployment.readiness.timeout', time('readinessTimeout', rollback?.readinessTimeout)),
    ...given('job.restart.failed', restartFailedJob),
    ...given('jm-deployment.shutdown-ttl', time('endedJobRetention', endedJobRetention, 0)),
    ...given('jm-deployment.startup.probe.enabled', startupProbe),
  ];
}

function time(property: string, duration: Duration | undefined, atLeast = 1): string | undefined {
  if (duration !== undefined && !isTellable(duration, atLeast)) {
    throw refusal(property, millisecondsOf(duration), `whole milliseconds from ${atLeast}`, 'give for example Duration.minutes(5)');
  }
  return duration === undefined ? undefined : renderDuration(duration);
}

function given(option: string, value: string | number | boolean | undefined): FlinkSetting[] {
  return value === undefined ? [] : [setting(option, value, 'set explicitly')];
}

function setting(option: string, value: string | number | boolean, reason: string): FlinkSetting {
  return { key: `kubernetes.operator.${option}`, value: String(value), reason };
}

function refusal(property: string, got: unknown, allowed: string, fix: string): Refusal {
  return new Refusal({ code: 'operator-recovery', what: `${property} of the operator's recovery cannot be`, got: shown(got), allowed, fix });
}
