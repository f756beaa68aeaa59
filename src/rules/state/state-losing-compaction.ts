import { Category, optionPath, Pack, Rule, Severity } from '../rule';

const KEYS = ['state.backend.rocksdb.compaction.style', 'state.backend.forst.compaction.style'];

export const stateLosingCompaction: Rule = {
  id: 'state-losing-compaction',
  pack: Pack.PRODUCTION,
  category: Category.STATE,
  severity: Severity.ERROR,
  title: 'a compaction that drops state',
  why: 'RocksDB deletes its oldest files as soon as all of them pass a size, and with them state that the job still needs',
  fix: 'remove it, or write LEVEL or UNIVERSAL',
  source: 'RocksDB, FIFO compaction style; Flink RocksDBConfigurableOptions.COMPACTION_STYLE takes it without a word',
  fires: `
flinkConfiguration:
  state.backend.rocksdb.compaction.style: FIFO
`,
  passes: `
flinkConfiguration:
  state.backend.rocksdb.compaction.style: UNIVERSAL
`,
  check: ({ configuration }) => KEYS.filter((key) => configuration.get(key)?.trim().toUpperCase() === 'FIFO').map((key) => ({
    path: optionPath(key),
    what: `${key} would delete the oldest state`,
    got: `"${configuration.get(key)}"`,
    allowed: 'LEVEL or UNIVERSAL',
    inConstruct: 'remove it, or set compaction.style of RocksDbStateBackend',
  })),
};
