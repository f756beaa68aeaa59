import { autoscalerActs } from './acting-autoscaler';
import { Category, Pack, Rule, Severity } from '../rule';

export const autoscalerStandalone: Rule = {
  id: 'autoscaler-standalone',
  pack: Pack.PRODUCTION,
  category: Category.AUTOSCALER,
  severity: Severity.ERROR,
  title: 'an autoscaler in a standalone cluster',
  why: 'the operator rescales in place in native mode alone; a standalone cluster is deployed anew for each decision, with as many TaskManagers as the widest vertex needs',
  source: 'operator NativeFlinkService.scale and StandaloneFlinkService.scale; AbstractFlinkSpec: overrides are a SCALE change in native mode alone; FLINK-33812',
  check: ({ manifest: { spec: { mode } }, configuration }) => mode !== 'standalone' || !autoscalerActs(configuration) ? [] : [{
    path: ['spec', 'mode'],
    what: 'the autoscaler would deploy a standalone cluster anew for each decision',
    got: '"standalone"',
    allowed: '"native"',
    inConstruct: 'use native mode, or ReactiveScaling in the place of Autoscaler',
  }],
};
