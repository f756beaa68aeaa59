import { readBoolean } from '../../flink/configuration/option-reading';
import { readOption } from '../../flink/configuration/option-spelling';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';
import { placeOfOption } from '../written-option';

const SAVEPOINTS = 'execution.checkpointing.savepoint-dir';
const FALLBACK = 'kubernetes.operator.job.upgrade.last-state-fallback.enabled';

export const lastStateWithoutSavepoints: Rule = {
  id: 'last-state-without-savepoints',
  pack: Pack.STRICT,
  category: Category.UPGRADES,
  severity: Severity.INFO,
  title: 'upgrades from the last state, and nowhere to put a savepoint',
  why: 'for another version of Flink the operator takes a savepoint where it can, and otherwise cancels the job and goes on from a checkpoint; '
    + 'Flink\'s table of compatible versions speaks of savepoints',
  fix: 'set execution.checkpointing.savepoint-dir (state.savepoints.dir up to Flink 1.19)',
  source: 'operator AbstractJobReconciler.getJobUpgrade: "Using savepoint to upgrade Flink version"',
  fires: 'flinkConfiguration: { execution.checkpointing.savepoint-dir: null }\njob: { upgradeMode: last-state }',
  passes: 'job: { upgradeMode: last-state }',
  check: (cluster) => (cluster.manifest.spec.job?.upgradeMode !== 'last-state' || readOption(cluster.configuration, SAVEPOINTS) !== undefined ? [] : [{
    path: placeOfOption(cluster, SAVEPOINTS),
    what: 'an upgrade to another version of Flink cannot take a savepoint',
    got: 'no directory for savepoints, with upgradeMode last-state',
    allowed: 'a directory in a storage that outlives the pods',
  }]),
};

export const lastStateFallbackOff: Rule = {
  id: 'last-state-fallback-off',
  pack: Pack.PRODUCTION,
  category: Category.UPGRADES,
  severity: Severity.WARNING,
  title: 'a failing job that cannot be upgraded',
  why: 'a job that does not run cannot take a savepoint, and without the fallback the operator waits until it runs again: the mended image is not rolled out to the job that needs it',
  fix: 'remove kubernetes.operator.job.upgrade.last-state-fallback.enabled',
  source: 'operator AbstractJobReconciler.getJobUpgrade: "Last-state fallback is disabled, waiting for upgradable state"',
  fires: 'flinkConfiguration: { kubernetes.operator.job.upgrade.last-state-fallback.enabled: "false" }',
  passes: 'flinkConfiguration: { kubernetes.operator.job.upgrade.last-state-fallback.enabled: "true" }',
  check: ({ configuration, manifest: { spec: { job } } }) => (job?.upgradeMode !== 'savepoint' || readBoolean(configuration, FALLBACK, true) ? [] : [{
    path: optionPath(FALLBACK),
    what: 'an upgrade waits until a failing job runs again',
    got: `"${configuration.get(FALLBACK)}" with upgradeMode savepoint`,
    allowed: 'nothing, or true',
  }]),
};
