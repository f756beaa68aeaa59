import { Category, Pack, Rule, Severity } from '../rule';

export const nonRestoredStateAllowed: Rule = {
  id: 'non-restored-state-allowed',
  pack: Pack.PRODUCTION,
  category: Category.UPGRADES,
  severity: Severity.WARNING,
  title: 'state that no operator claims is dropped without a word',
  why: 'meant for one start after an operator was removed, it holds for each start: the state of an operator whose uid changes is dropped, and the job starts all the same',
  fix: 'remove allowNonRestoredState once the job has started, and give each operator a uid',
  source: 'Flink Checkpoints.loadAndValidateCheckpoint, allowNonRestoredState; operator JobSpec.allowNonRestoredState',
  fires: 'job: { allowNonRestoredState: true }',
  passes: 'job: { allowNonRestoredState: false }',
  check: ({ manifest: { spec: { job } } }) => (job?.allowNonRestoredState !== true ? [] : [{
    path: ['spec', 'job', 'allowNonRestoredState'],
    what: 'state that no operator of the job claims is dropped at each start',
    got: 'true',
    allowed: 'false, or nothing',
  }]),
};

export const initialSavepointLeft: Rule = {
  id: 'initial-savepoint-left',
  pack: Pack.PRODUCTION,
  category: Category.UPGRADES,
  severity: Severity.INFO,
  title: 'a savepoint to start from that stays in the manifest',
  why: 'the operator reads it for the first deployment and for a new savepointRedeployNonce alone: when the resource is deleted and made again, the job goes back to this old savepoint, '
    + 'or fails once it is gone',
  fix: 'remove initialSavepointPath once the job has started from it',
  source: 'operator AbstractFlinkResourceReconciler.updateStatusBeforeFirstDeployment; docs, job management: redeploy from a savepoint',
  fires: 'job: { initialSavepointPath: "s3://flink-state/orders/savepoints/savepoint-1" }',
  passes: 'job: { initialSavepointPath: null }',
  check: ({ manifest: { spec: { job } } }) => (job?.initialSavepointPath === undefined || job.initialSavepointPath === '' ? [] : [{
    path: ['spec', 'job', 'initialSavepointPath'],
    what: 'the job goes back to this savepoint whenever the resource is made anew',
    got: 'a savepoint to start from',
    allowed: 'nothing, once the job has started',
  }]),
};
