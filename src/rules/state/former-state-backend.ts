import { readOption } from '../../flink/configuration/option-spelling';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { Category, Pack, Rule, Severity } from '../rule';
import { placeOfOption } from '../written-option';

const KEY = 'state.backend.type';

/** Factories that Flink 1 has and Flink 2 has not, and the name that does the same. */
const GONE_WITH_FLINK_2: Readonly<Record<string, string>> = {
  'org.apache.flink.contrib.streaming.state.RocksDBStateBackendFactory': 'rocksdb',
  'org.apache.flink.runtime.state.filesystem.FsStateBackendFactory': 'hashmap',
  'org.apache.flink.runtime.state.memory.MemoryStateBackendFactory': 'hashmap',
};

export const missingStateBackendClass: Rule = {
  id: 'missing-state-backend-class',
  pack: Pack.PRODUCTION,
  category: Category.STATE,
  severity: Severity.ERROR,
  title: 'the class of a state backend that Flink 2 no longer has',
  why: 'Flink loads the class by its name when the job starts, and fails',
  fix: 'set state.backend.type to rocksdb or hashmap',
  source: 'Flink StateBackendLoader; jars of flink-runtime and flink-statebackend-rocksdb 1.20.5 and 2.0.2',
  fires: 'flinkVersion: v2_2\nflinkConfiguration: { state.backend.type: org.apache.flink.contrib.streaming.state.RocksDBStateBackendFactory }',
  passes: 'flinkVersion: v2_2\nflinkConfiguration: { state.backend.type: rocksdb }',
  check: (cluster) => {
    const backend = readOption(cluster.configuration, KEY)?.trim() ?? '';
    return !backend.includes('.') || !(backend in GONE_WITH_FLINK_2) || !runsFlink2(cluster) ? [] : [{
      path: placeOfOption(cluster, KEY),
      what: 'Flink 2 does not have the class of this state backend',
      got: `"${backend}" on ${cluster.manifest.spec.flinkVersion}`,
      allowed: GONE_WITH_FLINK_2[backend],
      edits: [{ set: placeOfOption(cluster, KEY), value: GONE_WITH_FLINK_2[backend] }],
    }];
  },
};

export const deprecatedStateBackend: Rule = {
  id: 'deprecated-state-backend',
  pack: Pack.PRODUCTION,
  category: Category.STATE,
  severity: Severity.WARNING,
  title: 'a state backend by a name that Flink 2 no longer knows',
  why: 'Flink 1 reads these names with a warning, Flink 2 takes them for the name of a class and fails; jobmanager also gathers each checkpoint in the memory of the JobManager',
  fix: 'set state.backend.type: hashmap, and execution.checkpointing.dir beside it',
  source: 'Flink StateBackendLoader 1.20: filesystem is hashmap, jobmanager is MemoryStateBackend; 2.0 has neither',
  fires: 'flinkConfiguration: { state.backend.type: filesystem, execution.checkpointing.incremental: null }',
  passes: 'flinkConfiguration: { state.backend.type: hashmap, execution.checkpointing.incremental: null }',
  check: (cluster) => {
    const backend = readOption(cluster.configuration, KEY)?.trim() ?? '';
    const name = backend.toLowerCase();
    return runsFlink2(cluster) || !['filesystem', 'jobmanager'].includes(name) ? [] : [{
      path: placeOfOption(cluster, KEY),
      what: 'Flink 2 no longer knows this name of a state backend',
      got: `"${backend}"`,
      allowed: 'hashmap or rocksdb',
      becomes: name === 'filesystem' ? 'hashmap, which Flink takes for it' : 'state on the heap, and checkpoints gathered in the memory of the JobManager, at most 5 MiB of one task',
      // With jobmanager the checkpoints would be written by the tasks.
      edits: name === 'filesystem' ? [{ set: placeOfOption(cluster, KEY), value: 'hashmap' }] : [],
    }];
  },
};

function runsFlink2({ manifest: { spec } }: EffectiveCluster): boolean {
  return spec.flinkVersion !== undefined && !spec.flinkVersion.startsWith('v1_');
}
