import { readOption, writtenKey } from '../../flink/configuration/option-spelling';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

const ENABLED = 'state.changelog.enabled';

export const changelogLimits: Rule = {
  id: 'changelog-limits',
  pack: Pack.PRODUCTION,
  category: Category.STATE,
  severity: Severity.ERROR,
  title: 'a changelog beside what it cannot work with',
  why: 'the job would fail with its first checkpoint, or lose the log with its pods',
  fix: 'write state.changelog.storage: filesystem with state.changelog.dstl.dfs.base-path, claim mode CLAIM and one checkpoint at a time, or leave the changelog off',
  source: 'Flink docs, state backends: one checkpoint at a time, no NO_CLAIM, not with ForSt; StreamTask.checkForcedFullSnapshotSupport; '
    + 'the log in memory is Flink\'s own default',
  fires: `
flinkConfiguration:
  state.changelog.enabled: "true"
`,
  passes: `
flinkConfiguration:
  state.changelog.enabled: "true"
  state.changelog.storage: filesystem
  state.changelog.dstl.dfs.base-path: s3://flink-state/orders/changelog
  execution.state-recovery.claim-mode: CLAIM
`,
  check: ({ configuration, written }) => {
    if (readOption(configuration, ENABLED)?.trim().toLowerCase() !== 'true') {
      return [];
    }
    const looks: [key: string, otherwise: string, works: (value: string) => boolean, what: string, allowed: string][] = [
      ['state.backend.type', 'hashmap', (type) => type !== 'forst', 'ForSt knows no changelog', 'hashmap or rocksdb'],
      ['state.changelog.storage', 'memory', (storage) => storage !== 'memory', 'a changelog in memory is lost with its pod', 'filesystem'],
      ['execution.state-recovery.claim-mode', 'NO_CLAIM', (mode) => mode !== 'no_claim',
        'with a changelog no checkpoint succeeds after a start from a snapshot that stays the user\'s', 'CLAIM'],
      ['execution.checkpointing.max-concurrent-checkpoints', '1', (count) => Number(count) <= 1, 'with a changelog there is one checkpoint at a time', '1'],
    ];
    return looks.flatMap(([key, otherwise, works, what, allowed]): Finding[] => {
      const value = readOption(configuration, key) ?? otherwise;
      return works(value.trim().toLowerCase()) ? [] : [{
        path: optionPath(writtenKey(written, key)), what, got: `"${value}" with ${ENABLED}`, allowed, fix: `write ${key}: ${allowed}, or leave the changelog off`, inConstruct: 'use changelog of the state backend, which sets all of it',
      }];
    });
  },
};
