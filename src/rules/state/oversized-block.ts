import { readOption, writtenKey } from '../../flink/configuration/option-spelling';
import { MEBIBYTE, parseBytes } from '../../units/bytes';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';

const KEYS = ['state.backend.rocksdb.block.blocksize', 'state.backend.rocksdb.block.metadata-blocksize'];

export const oversizedBlock: Rule = {
  id: 'oversized-block',
  pack: Pack.PRODUCTION,
  category: Category.STATE,
  severity: Severity.WARNING,
  title: 'blocks of RocksDB that are as large as a cache',
  why: 'RocksDB reads, checks and caches a block as a whole for each key that is looked up in it; the option is often taken for the size of the cache',
  fix: 'remove it, or write 16kb to 64kb; a larger cache is more managed memory',
  source: 'RocksDB tuning guide, block_size 4 to 32 KiB; tuning chapter §6 shows 1024m',
  fires: `
flinkConfiguration:
  state.backend.rocksdb.block.blocksize: 512mb
`,
  passes: `
flinkConfiguration:
  state.backend.rocksdb.block.blocksize: 16kb
`,
  check: ({ configuration, written }) => KEYS.flatMap((key) => {
    const size = readOption(configuration, key);
    return size === undefined || parseBytes(size, key) <= MEBIBYTE ? [] : [{
      path: optionPath(writtenKey(written, key)),
      what: 'RocksDB would read a whole block of this size for each key that is looked up',
      got: `"${size}"`,
      allowed: 'up to 1 MiB; 4 KiB is RocksDB\'s own, 16 to 64 KiB are usual on large states',
      inConstruct: 'leave it out, or set blockSize of RocksDbStateBackend; a larger cache comes with taskManager.memory',
    }];
  }),
};
