import { autoscalerActs } from './acting-autoscaler';
import { Category, Pack, Rule, Severity } from '../rule';

export const autoscalerStateless: Rule = {
  id: 'autoscaler-stateless',
  pack: Pack.PRODUCTION,
  category: Category.AUTOSCALER,
  severity: Severity.ERROR,
  title: 'an autoscaler that drops the state',
  why: 'what cannot be rescaled in place is upgraded, and a stateless upgrade starts from nothing, each time the load changes',
  fix: 'write upgradeMode savepoint or last-state, or job.autoscaler.scaling.enabled: false for advice alone',
  source: 'operator AbstractJobReconciler.getJobUpgrade',
  fires: `
flinkConfiguration:
  job.autoscaler.enabled: "true"
job:
  upgradeMode: stateless
`,
  passes: `
flinkConfiguration:
  job.autoscaler.enabled: "true"
job:
  upgradeMode: savepoint
`,
  check: ({ manifest: { spec: { job } }, configuration }) => job === undefined || (job.upgradeMode ?? 'stateless') !== 'stateless' || !autoscalerActs(configuration) ? [] : [{
    path: ['spec', 'job', 'upgradeMode'],
    what: 'the autoscaler upgrades the job, and this upgrade mode drops its state each time',
    got: '"stateless"',
    allowed: '"savepoint" or "last-state"',
    inConstruct: 'take checkpoints and leave upgradeMode out, or use Rescaling.adviceOnly()',
  }],
};
