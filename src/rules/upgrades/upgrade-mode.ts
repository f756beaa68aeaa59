import { autoscalerActs } from '../autoscaler/acting-autoscaler';
import { Category, Pack, Rule, Severity } from '../rule';
import { listed, signsOfState } from '../state/signs-of-state';

const PATH = ['spec', 'job', 'upgradeMode'];

export const statelessUpgrade: Rule = {
  id: 'stateless-upgrade',
  pack: Pack.PRODUCTION,
  category: Category.UPGRADES,
  severity: Severity.WARNING,
  title: 'a job with state that starts from nothing after each change',
  why: 'with upgradeMode stateless, which is the default, the operator cancels the job and starts it empty whenever its spec changes, an image or a number of slots included; '
    + 'checkpoints and the metadata of high availability are then for failures alone',
  fix: 'set upgradeMode: savepoint (with a savepoint directory) or last-state, or acknowledge that the state may go',
  source: 'operator AbstractJobReconciler.getJobUpgrade: "Stateless job, ready for upgrade"; docs, job management: stateful and stateless upgrades',
  fires: 'job: { upgradeMode: stateless }',
  passes: 'job: { upgradeMode: savepoint }',
  check: (cluster) => {
    const { job } = cluster.manifest.spec;
    const signs = signsOfState(cluster);
    // With an autoscaler that acts, a rule of its own says it.
    return job === undefined || !['stateless', undefined].includes(job.upgradeMode) || signs.length === 0 || autoscalerActs(cluster.configuration) ? [] : [{
      path: PATH,
      what: 'each change of the spec starts this job from nothing, and it looks as if it keeps state',
      got: `${job.upgradeMode ?? 'nothing, which is stateless'}, with ${listed(signs)}`,
      allowed: 'savepoint or last-state',
      becomes: 'a cancelled job and an empty one after each change',
    }];
  },
};

export const upgradeModeUnsaid: Rule = {
  id: 'upgrade-mode-unsaid',
  pack: Pack.STRICT,
  category: Category.UPGRADES,
  severity: Severity.INFO,
  title: 'nothing said about what an upgrade does with the state',
  why: 'nothing means stateless: a reader cannot tell a job without state from one whose state was forgotten',
  fix: 'write upgradeMode: stateless where that is meant, otherwise savepoint or last-state',
  source: 'operator JobSpec.upgradeMode: STATELESS',
  fires: 'flinkConfiguration: { execution.checkpointing.dir: null, execution.checkpointing.savepoint-dir: null, high-availability.type: null, state.backend.type: null, '
    + 'execution.checkpointing.incremental: null }\njob: { upgradeMode: null }',
  passes: 'job: { upgradeMode: savepoint }',
  check: (cluster) => {
    const { job } = cluster.manifest.spec;
    return job === undefined || job.upgradeMode !== undefined || signsOfState(cluster).length > 0 ? [] : [{
      path: PATH,
      what: 'the manifest does not say what becomes of the state in an upgrade',
      got: 'nothing, which is stateless',
      allowed: 'stateless, savepoint or last-state',
      edits: [{ set: PATH, value: 'stateless' }],
    }];
  },
};
