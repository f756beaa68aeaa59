import { exampleManifest, exampleTwin } from './example-manifest';
import { pathShown } from '../../src/operator/manifest/manifest-path';
import { Finding, ResourceRule, Rule } from '../../src/rules/rule';

/** A finding as a test reads it: its place as text, without what the rule says for all of them. */
export type Read = Pick<Finding, 'what' | 'got' | 'allowed' | 'becomes' | 'edits'> & { readonly at: string };

/** What a rule says about it. */
export function findings(rule: Rule | ResourceRule, part: string): Finding[] {
  const twin = exampleTwin(rule, exampleManifest(part));
  return 'check' in rule ? rule.check(twin.cluster!) : rule.checkResource(twin);
}

export function found(rule: Rule | ResourceRule, part = rule.fires ?? ''): Read[] {
  return findings(rule, part).map(({ path, what, got, allowed, becomes, edits = [] }) => ({
    at: pathShown(path), what, got, allowed, ...(becomes === undefined ? {} : { becomes }), ...(edits.length === 0 ? {} : { edits }),
  }));
}
