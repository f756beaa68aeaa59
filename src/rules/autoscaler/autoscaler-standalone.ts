import { autoscalerActs } from './acting-autoscaler';
import { Category, Pack, Rule, Severity } from '../rule';

export const autoscalerStandalone: Rule = {
  id: 'autoscaler-standalone',
  pack: Pack.PRODUCTION,
  category: Category.AUTOSCALER,
  severity: Severity.WARNING,
  title: 'an autoscaler in a standalone cluster',
  why: 'the operator rescales in place in native mode alone; a standalone cluster is deployed anew for each decision, with as many TaskManagers as the widest vertex needs',
  fix: 'write mode: native; a standalone application can follow its TaskManagers by scheduler-mode: reactive instead',
  source: 'operator NativeFlinkService.scale and StandaloneFlinkService.scale; AbstractFlinkSpec: overrides are a SCALE change in native mode alone; FLINK-33812',
  fires: `
mode: standalone
flinkConfiguration:
  job.autoscaler.enabled: "true"
  jobmanager.scheduler: adaptive
`,
  passes: `
mode: native
flinkConfiguration:
  job.autoscaler.enabled: "true"
  jobmanager.scheduler: adaptive
`,
  check: ({ manifest: { spec: { mode } }, configuration }) => mode !== 'standalone' || !autoscalerActs(configuration) ? [] : [{
    path: ['spec', 'mode'],
    what: 'the autoscaler would deploy a standalone cluster anew for each decision',
    got: '"standalone"',
    allowed: '"native"',
    inConstruct: 'use native mode, or ReactiveScaling in the place of Autoscaler',
  }],
};
