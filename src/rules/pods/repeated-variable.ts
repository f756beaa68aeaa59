import { containersInTemplates } from './containers-in-templates';
import { Category, Finding, Pack, Rule, Severity } from '../rule';

export const repeatedVariable: Rule = {
  id: 'repeated-variable',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.WARNING,
  title: 'a variable that a container has twice',
  why: 'the last one counts, and a client that applies the resource by merging may drop either',
  fix: 'remove the entry that was not meant',
  source: 'Kubernetes API, Container.env: a later variable takes the place of an earlier one; the list is merged by name',
  fires: 'podTemplate: { spec: { containers: [{ name: flink-main-container, env: [{ name: TZ, value: UTC }, { name: TZ, value: CET }] }] } }',
  passes: 'podTemplate: { spec: { containers: [{ name: flink-main-container, env: [{ name: TZ, value: UTC }] }] } }',
  check: ({ manifest: { spec } }) => containersInTemplates(spec).flatMap(({ path, container: { env = [] } }) => {
    const known = new Set<string>();
    return env.flatMap(({ name }, index): Finding[] => {
      const isNew = !known.has(name);
      known.add(name);
      return isNew ? [] : [{
        path: [...path, 'env', index],
        what: `this container has the variable ${name} already`,
        got: 'a second one',
        allowed: 'each name once',
      }];
    });
  }),
};
