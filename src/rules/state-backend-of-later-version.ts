import { optionLocation, Rule, Severity } from './rule';
import { readOption } from '../flink/configuration/option-spelling';

export const stateBackendOfLaterVersion: Rule = {
  id: 'state-backend-of-later-version',
  severity: Severity.ERROR,
  title: 'a state backend that this Flink does not have',
  why: 'Flink takes an unknown name for a factory class and fails when the job starts',
  source: 'Flink StateBackendLoader: forst is known from 2.0',
  check: ({ configuration, manifest }) => {
    const backend = readOption(configuration, 'state.backend.type')?.toLowerCase();
    const version = manifest.spec.flinkVersion ?? '';
    return backend !== 'forst' || !version.startsWith('v1_') ? [] : [{
      location: optionLocation('state.backend.type'),
      what: 'this version of Flink does not have the state backend forst',
      got: `"forst" on ${version}`,
      allowed: 'hashmap or rocksdb on Flink 1.x',
      fix: 'use RocksDbStateBackend, or Flink 2.0 and newer',
    }];
  },
};
