import { autoscalerActs } from './acting-autoscaler';
import { Rule, Severity } from './rule';

export const autoscalerStateless: Rule = {
  id: 'autoscaler-stateless',
  severity: Severity.ERROR,
  title: 'an autoscaler that drops the state',
  why: 'what cannot be rescaled in place is upgraded, and a stateless upgrade starts from nothing, each time the load changes',
  source: 'operator AbstractJobReconciler.getJobUpgrade',
  check: ({ manifest: { spec: { job } }, configuration }) => job === undefined || (job.upgradeMode ?? 'stateless') !== 'stateless' || !autoscalerActs(configuration) ? [] : [{
    location: 'spec.job.upgradeMode',
    what: 'the autoscaler upgrades the job, and this upgrade mode drops its state each time',
    got: '"stateless"',
    allowed: '"savepoint" or "last-state"',
    fix: 'take checkpoints and leave upgradeMode out, or use Rescaling.adviceOnly()',
  }],
};
