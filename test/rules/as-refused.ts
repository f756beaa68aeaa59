import { EffectiveCluster } from '../../src/operator/effective-cluster';
import { pathShown } from '../../src/operator/manifest/manifest-path';
import { Rule } from '../../src/rules/rule';

interface Refused {
  readonly location: string;
  readonly what: string;
  readonly got: string;
  readonly allowed: string;
  readonly fix: string;
}

/** What a rule finds, as a construct tells it. */
export function asRefused(rule: Rule, cluster: EffectiveCluster): Refused[] {
  return rule.check(cluster).map(({ path, what, got, allowed, fix = rule.fix, inConstruct = fix }) => (
    { location: pathShown(path), what, got, allowed, fix: inConstruct }));
}
