import { Finding, optionLocation, Rule, Severity } from './rule';
import { overlappingKeys as overlappingKeysIn } from '../operator/deploy/overlapping-keys';

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
    return overlappingKeysIn(configuration).map(([key, child]): Finding => ({
      location: optionLocation(key),
      what: `${key} is also the beginning of ${child}`,
      got: `${key} and ${child} on ${manifest.spec.flinkVersion}`,
      allowed: 'one of the two',
      fix: 'use the newer key of the shorter one, which ends in .type, .enabled, .amount, .ref or .all',
    }));
  },
};
