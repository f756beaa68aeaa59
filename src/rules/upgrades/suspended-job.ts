import { Category, Pack, Rule, Severity } from '../rule';

export const suspendedJob: Rule = {
  id: 'suspended-job',
  pack: Pack.PRODUCTION,
  category: Category.UPGRADES,
  severity: Severity.INFO,
  title: 'a job that is told to stand still',
  why: 'the operator stops it, and does not even deploy it when the resource is new',
  fix: 'set job.state to running, or remove it, when the job is to run again',
  source: 'operator AbstractFlinkResourceReconciler.reconcile: a new resource that is suspended is not deployed; JobState.SUSPENDED',
  fires: 'job: { state: suspended }',
  passes: 'job: { state: running }',
  check: ({ manifest: { spec: { job } } }) => (job?.state !== 'suspended' ? [] : [{
    path: ['spec', 'job', 'state'], what: 'the operator keeps this job from running', got: 'suspended', allowed: 'running',
  }]),
};
