import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readOption, writtenKey } from '../../flink/configuration/option-spelling';
import { valueShown } from '../../flink/configuration/sensitive-key';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

const ROCKSDB = 'state.backend.rocksdb.';
const FORST = 'state.backend.forst.';
const CACHE = 'taskManager.memory, or calibration.cacheHitRate: managed memory is the cache';

/** An option that Flink reads and does nothing with, for as long as something else holds. */
interface Idle {
  readonly key: string;
  readonly when: (settings: FlinkSettings) => boolean;
  readonly because: string;
  readonly inConstruct: string;
}

const IDLE: Idle[] = [ROCKSDB, FORST].flatMap((prefix): Idle[] => [
  {
    key: `${prefix}block.cache-size`,
    when: (settings) => sharesMemory(settings, prefix),
    because: 'Flink replaces the cache of each state by one of the slot\'s managed memory',
    inConstruct: `remove it and set ${CACHE}`,
  },
  {
    key: `${prefix}memory.fixed-per-tm`,
    when: (settings) => sharesMemory(settings, prefix),
    because: 'managed memory goes before it',
    inConstruct: `remove it and set ${CACHE}`,
  },
  {
    key: `${prefix}bloom-filter.bits-per-key`,
    when: (settings) => sharesMemory(settings, prefix) && isOn(settings, `${prefix}memory.partitioned-index-filters`, prefix === FORST),
    because: 'filters of a partitioned index always have ten bits for each key',
    inConstruct: 'remove it, or turn the partitioned index off',
  },
  {
    key: `${prefix}bloom-filter.block-based-mode`,
    when: (settings) => sharesMemory(settings, prefix) && isOn(settings, `${prefix}memory.partitioned-index-filters`, prefix === FORST),
    because: 'filters of a partitioned index are always full ones',
    inConstruct: 'remove it, or turn the partitioned index off',
  },
]);

export const idleStateOption: Rule = {
  id: 'idle-state-option',
  pack: Pack.PRODUCTION,
  category: Category.STATE,
  severity: Severity.WARNING,
  title: 'an option of the state backend that does nothing',
  why: 'Flink reads it and goes by something else, and whoever tunes by it is misled',
  fix: 'remove it',
  source: 'Flink RocksDBResourceContainer.getColumnOptions, RocksDBSharedResourcesFactory.from, HashMapStateBackend; the same in ForSt',
  fires: `
flinkConfiguration:
  state.backend.type: rocksdb
  state.backend.rocksdb.block.cache-size: 512mb
`,
  passes: `
flinkConfiguration:
  state.backend.type: rocksdb
  taskmanager.memory.managed.fraction: "0.6"
`,
  check: (cluster) => [...replaced(cluster), ...ofAnotherBackend(cluster)],
};

function replaced({ written, configuration }: EffectiveCluster): Finding[] {
  return IDLE.filter(({ key, when }) => written.has(key) && when(configuration))
    .map(({ key, because, inConstruct }) => ({ ...finding(key, written.get(key)!, `does nothing: ${because}`, inConstruct), edits: [{ remove: optionPath(key) }] }));
}

/** A job of a session may bring a backend of its own, so that only applications are looked at. */
function ofAnotherBackend({ written, configuration, manifest }: EffectiveCluster): Finding[] {
  const chosen = readOption(configuration, 'state.backend.type')?.toLowerCase();
  const backend = chosen ?? 'hashmap';
  const named = chosen === undefined ? `${backend}, unless the job sets another in its code` : backend;
  if (manifest.spec.job === undefined || !['hashmap', 'rocksdb', 'forst'].includes(backend)) {
    return [];
  }
  const findings: Finding[] = [];
  const others = ['rocksdb', 'forst'].filter((other) => other !== backend).map((other) => `state.backend.${other}.`);
  written.forEach((value, key) => {
    if (others.some((prefix) => key.startsWith(prefix))) {
      findings.push(finding(key, value, `does nothing: the state backend is ${named}`, 'remove it, or use the backend that it is for as stateBackend'));
    }
  });
  const incremental = readOption(written, 'execution.checkpointing.incremental');
  if (backend === 'hashmap' && incremental?.trim().toLowerCase() === 'true') {
    const heap = chosen === undefined ? 'the heap, where it is unless the job sets another backend in its code,' : 'the heap';
    findings.push(finding(writtenKey(written, 'execution.checkpointing.incremental'), incremental, `does nothing: snapshots of state on ${heap} are always whole`,
      'remove it, or use RocksDbStateBackend'));
  }
  return findings;
}

/** What `RocksDBSharedResourcesFactory.from` chooses: one memory for all states of a slot. */
function sharesMemory(settings: FlinkSettings, prefix: string): boolean {
  return isOn(settings, `${prefix}memory.managed`, true) || settings.has(`${prefix}memory.fixed-per-slot`);
}

function isOn(settings: FlinkSettings, key: string, otherwise: boolean): boolean {
  return (settings.get(key) ?? String(otherwise)).trim().toLowerCase() === 'true';
}

function finding(key: string, value: string, what: string, inConstruct: string): Finding {
  return { path: optionPath(key), what: `${key} ${what}`, got: valueShown(key, value), allowed: 'nothing', inConstruct };
}
