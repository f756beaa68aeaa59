import { Category, Pack, Rule, Severity } from '../rule';
import { placeOfOption } from '../written-option';
import { stateBackend } from './state-backend';

const KEY = 'state.backend.type';

export const experimentalForSt: Rule = {
  id: 'experimental-state-backend',
  pack: Pack.STRICT,
  category: Category.STATE,
  severity: Severity.INFO,
  title: 'a state backend that Flink calls experimental',
  why: 'ForSt knows no canonical savepoints, no changelog and no merging of files, and Flink\'s documentation calls it not fully available for production',
  fix: 'use rocksdb unless disaggregated state is what you need',
  source: 'Flink docs 2.2, state backends: the ForSt state backend is experimental',
  fires: 'flinkVersion: v2_2\nflinkConfiguration: { state.backend.type: forst }',
  passes: 'flinkVersion: v2_2\nflinkConfiguration: { state.backend.type: rocksdb }',
  check: (cluster) => (stateBackend(cluster.configuration) !== 'forst' ? [] : [{
    path: placeOfOption(cluster, KEY),
    what: 'Flink calls this state backend experimental',
    got: '"forst"',
    allowed: 'rocksdb or hashmap',
  }]),
};
