import { Category, optionPath, Pack, Rule, Severity } from '../rule';

const KEY = 'state.backend.rocksdb.writebuffer.size';

export const writeBufferAboveShare: Rule = {
  id: 'write-buffer-above-share',
  pack: Pack.PRODUCTION,
  category: Category.STATE,
  severity: Severity.WARNING,
  title: 'a write buffer that the memory of a slot has no room for',
  why: 'RocksDB takes an eighth of it at once, which passes the limit, and flushes with every write; Flink only warns',
  fix: 'remove the size, or give a slot more managed memory',
  source: 'Flink RocksDBOperationUtils, RocksDBMemoryControllerUtils.validateArenaBlockSize',
  fires: `
flinkConfiguration:
  state.backend.rocksdb.writebuffer.size: 4gb
`,
  passes: `
flinkConfiguration:
  state.backend.rocksdb.writebuffer.size: 64mb
`,
  check: (cluster) => {
    const size = cluster.written.get(KEY);
    const rocksDb = size === undefined ? undefined : cluster.rocksDb;
    return rocksDb === undefined || rocksDb.arenaBlockFits ? [] : [{
      path: optionPath(KEY),
      what: 'the write buffers of RocksDB are too large for the managed memory of a slot, and would be flushed all the time',
      got: `"${size}", of which ${rocksDb.arenaBlockSize} bytes are taken at once`,
      allowed: `buffers of up to ${(rocksDb.mutableLimit / 4096n) * 4096n * 8n} bytes in a slot`,
      inConstruct: 'leave the size out, or give the TaskManager more memory',
    }];
  },
};
