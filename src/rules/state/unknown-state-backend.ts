import { readOption, writtenKey } from '../../flink/configuration/option-spelling';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';

const KEY = 'state.backend.type';

export const unknownStateBackend: Rule = {
  id: 'unknown-state-backend',
  pack: Pack.PRODUCTION,
  category: Category.STATE,
  severity: Severity.ERROR,
  title: 'a state backend that this Flink does not have',
  why: 'Flink takes a name that it does not know for a factory class and fails when the job starts',
  fix: 'set state.backend.type to rocksdb or hashmap',
  source: 'Flink StateBackendLoader: forst from 2.0, jobmanager and filesystem up to 1.20',
  fires: `
flinkVersion: v1_20
flinkConfiguration:
  state.backend.type: forst
`,
  passes: `
flinkVersion: v1_20
flinkConfiguration:
  state.backend.type: rocksdb
`,
  check: ({ configuration, manifest, written }) => {
    const backend = readOption(configuration, KEY);
    const onFlink1 = manifest.spec.flinkVersion?.startsWith('v1_') ?? false;
    const known = ['hashmap', 'rocksdb', ...(onFlink1 ? ['jobmanager', 'filesystem'] : ['forst'])];
    // A dot makes it a class name, which only the image can answer for.
    return backend === undefined || backend.includes('.') || known.includes(backend.toLowerCase()) ? [] : [{
      path: optionPath(writtenKey(written, KEY)),
      what: 'this version of Flink does not have this state backend',
      got: `"${backend}" on ${manifest.spec.flinkVersion}`,
      allowed: `${known.join(', ')}, or the name of a factory class`,
      inConstruct: 'use RocksDbStateBackend or HashMapStateBackend',
    }];
  },
};
