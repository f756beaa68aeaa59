import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readBoolean, readTime, readWholeNumber } from '../../flink/configuration/option-reading';
import { isHighlyAvailable } from '../../flink/high-availability';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

const PREFIX = 'kubernetes.operator.cluster.health-check';
const ENABLED = `${PREFIX}.enabled`;
const WINDOW = `${PREFIX}.checkpoint-progress.window`;
const MINUTE = 60_000_000_000n;

export const idleHealthCheck: Rule = {
  id: 'idle-health-check',
  pack: Pack.PRODUCTION,
  category: Category.UPGRADES,
  severity: Severity.WARNING,
  title: 'a health check that does not do what it says',
  why: 'the operator sees that the job is ill and does nothing, or looks for checkpoints over another time than the one that was set; neither is an error',
  fix: 'turn on high availability beside it, lengthen the window, or remove the health check',
  source: 'operator ApplicationReconciler.shouldRestartJobBecauseUnhealthy, ClusterHealthEvaluator.evaluateCheckpoints',
  fires: `
flinkConfiguration:
  kubernetes.operator.cluster.health-check.enabled: "true"
  kubernetes.operator.cluster.health-check.checkpoint-progress.window: 5min
`,
  passes: `
flinkConfiguration:
  kubernetes.operator.cluster.health-check.enabled: "true"
  kubernetes.operator.cluster.health-check.checkpoint-progress.window: 60min
`,
  check: ({ configuration, manifest: { spec: { job } } }) => {
    if (!readBoolean(configuration, ENABLED, false)) {
      return [];
    }
    if (job === undefined) {
      return [finding(ENABLED, 'the operator checks the health of applications alone', 'a session cluster', 'no health check, or an application',
        'remove it', 'leave the health check out')];
    }
    const upgrade = job.upgradeMode ?? 'stateless';
    return upgrade !== 'stateless' && !isHighlyAvailable(configuration)
      ? [finding(ENABLED, 'without high availability the operator leaves a job that keeps its state as ill as it is', `upgrade mode ${upgrade}, no high availability`,
        'high availability, or upgrade mode stateless', 'write high-availability.type: kubernetes and high-availability.storageDir',
        'set highAvailability, for example new KubernetesHighAvailability()')]
      : shortWindow(configuration);
  },
};

/** The operator takes its own window in the place of a shorter one. */
function shortWindow(configuration: FlinkSettings): Finding[] {
  const window = readTime(configuration, WINDOW, -1n);
  const interval = readTime(configuration, 'execution.checkpointing.interval', 0n);
  const timeout = readTime(configuration, 'execution.checkpointing.timeout', 10n * MINUTE);
  const borne = readWholeNumber(configuration, 'execution.checkpointing.tolerable-failed-checkpoints', 0);
  const least = (interval > timeout ? interval : timeout) * BigInt(borne + 2);
  return window < 0n || window >= least ? [] : [finding(WINDOW, 'the operator passes over this window for checkpoints, which is shorter than they may take',
    `"${configuration.get(WINDOW)}"`, `${least / 1_000_000_000n} s and more: the interval or timeout of checkpoints, times the failures that are borne and two`,
    'lengthen it, or leave it out', 'lengthen checkpointProgressWindow, or leave it out')];
}

function finding(key: string, what: string, got: string, allowed: string, fix: string, inConstruct: string): Finding {
  return { path: optionPath(key), what, got, allowed, fix, inConstruct };
}
