import { Finding, optionLocation, Rule, Severity } from './rule';
import { prefixClashes } from '../flink/configuration/prefix-clash';

export const overlappingKeys: Rule = {
  id: 'overlapping-keys',
  severity: Severity.ERROR,
  title: 'a key that is also the beginning of another, on Flink 2.x',
  why: 'the operator writes nested YAML for Flink 2.x, where a key cannot hold a value and children; the deployment fails',
  source: 'operator FLINK-37405, from 1.12',
  check: ({ configuration, manifest }) => {
    if (manifest.spec.flinkVersion?.startsWith('v1_') ?? true) {
      return [];
    }
    const deployed = [...configuration.keys()].filter((key) => !/^(kubernetes\.operator|job\.autoscaler)\./.test(key));
    return prefixClashes(deployed).map(({ shorter, longer }): Finding => ({
      location: optionLocation(shorter),
      what: `${shorter} is also the beginning of ${longer}`,
      got: `${shorter} and ${longer} on ${manifest.spec.flinkVersion}`,
      allowed: 'one of the two',
      fix: 'use the newer key of the shorter one, which ends in .type, .enabled, .amount, .ref or .all',
    }));
  },
};
