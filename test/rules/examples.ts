import { parse } from 'yaml';
import { ManifestSpec } from '../../src/operator/manifest/flink-manifests';
import { pathShown } from '../../src/operator/manifest/manifest-path';
import { OperatorVersion } from '../../src/operator/operator-version';
import { ResourceTwin, resourceTwin } from '../../src/operator/resource-twin';
import { Finding, ResourceRule, Rule } from '../../src/rules/rule';
import { SOUND_SPEC } from '../../src/rules/sound-spec';

/** A finding as a test reads it: its place as text, without what the rule says for all of them. */
export type Read = Pick<Finding, 'what' | 'got' | 'allowed' | 'becomes' | 'edits'> & { readonly at: string };

/** The twin of the sound deployment with a part of a spec laid over it: lists are replaced, nothing removes a field. */
export function exampleTwin(part: string): ResourceTwin {
  const spec = laidOver(parse(SOUND_SPEC), parse(part)) as ManifestSpec;
  const manifest = { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment', metadata: { name: 'orders' }, spec };
  return resourceTwin(manifest, { release: OperatorVersion.V1_16, defaults: new Map() });
}

/** What a rule says about it. */
export function findings(rule: Rule | ResourceRule, part: string): Finding[] {
  const twin = exampleTwin(part);
  return 'check' in rule ? rule.check(twin.cluster!) : rule.checkResource(twin);
}

export function found(rule: Rule | ResourceRule, part = rule.fires ?? ''): Read[] {
  return findings(rule, part).map(({ path, what, got, allowed, becomes, edits = [] }) => ({
    at: pathShown(path), what, got, allowed, ...(becomes === undefined ? {} : { becomes }), ...(edits.length === 0 ? {} : { edits }),
  }));
}

function laidOver(value: unknown, part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) {
    return part;
  }
  const below = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const changed = { ...below } as Record<string, unknown>;
  for (const [key, inner] of Object.entries(part)) {
    changed[key] = laidOver(changed[key], inner);
  }
  return Object.fromEntries(Object.entries(changed).filter(([, each]) => each !== null));
}
