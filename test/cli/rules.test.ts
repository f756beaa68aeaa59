import { runCli } from './run-cli';
import { TWIN_CODES } from '../../src/cli/twin-codes';
import { CATALOGUE } from '../../src/report/rule-catalogue';
import { acknowledgementsOf } from '../../src/rules/annotated-acknowledgements';
import { files, read } from '../documents';

const wide = (...args: string[]) => runCli(['rules', ...args], { columns: 120 });

test('all rules stand in one table, by what they are about', async () => {
  const { code, out, err } = await wide();
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const listed = [...out.matchAll(/^ {2}([a-z0-9-]+) +(?:error|warning|info) +(?:production|cost|strict) /gm)].map(([, id]) => id);
  expect(listed.sort()).toEqual(CATALOGUE.map(({ id }) => id).sort());
  const headings = [...out.matchAll(/^([A-Z ]+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual([...headings].sort());
  expect(out).toMatch(new RegExp(`\\n${CATALOGUE.length} rules; \`cdk8s-flink rules <id>\` tells one\\n$`));
});

test.each([60, 80, 200])('the table fits %i columns', async (columns) => {
  const { out } = await runCli(['rules'], { columns });
  const withoutTitle = Math.max(...CATALOGUE.map(({ id, severity, pack }) => `  ${id}  ${severity}  ${pack}`.length)) + 'warning'.length;
  expect(out.split('\n').filter((line) => line.length > Math.max(columns, withoutTitle))).toEqual([]);
});

test('a pack is some of them', async () => {
  const { out } = await wide('--pack', 'production', '--format', 'json');
  expect((JSON.parse(out) as { id: string }[]).map(({ id }) => id).sort()).toEqual(CATALOGUE.filter(({ pack }) => pack === 'production').map(({ id }) => id).sort());
  expect((await wide('--pack', 'all')).out).toBe((await wide()).out);
  expect(await wide('--pack', 'production,refused')).toEqual({
    code: 2,
    out: '',
    err: 'error: option \'--pack <packs>\' argument \'production,refused\' is invalid. There is no pack "refused". Packs are production, cost, strict and all.\n'
      + '(--help tells more)\n',
  });
});

test('one rule has its page', async () => {
  expect((await wide('state-losing-compaction')).out).toBe(`state-losing-compaction
  a compaction that drops state

  severity  error
  pack      production
  category  state

WHY
  RocksDB deletes its oldest files as soon as all of them pass a size, and with them state that the job still needs

FIX
  remove it, or write LEVEL or UNIVERSAL

EXAMPLE
  in the \`spec\` of a FlinkDeployment that is otherwise sound:
    flinkConfiguration:
      state.backend.rocksdb.compaction.style: FIFO

MADE GOOD
    flinkConfiguration:
      state.backend.rocksdb.compaction.style: UNIVERSAL

ACKNOWLEDGE
  in the manifest:
    metadata:
      annotations:
        acknowledge.cdk8s-flink/state-losing-compaction: why it is no problem here
  in an app:
    FlinkRules.of(chart).acknowledge({ id: 'state-losing-compaction', reason: 'why it is no problem here' });
  behind the reason, \`; where spec.job\` narrows it to a part of the resource, and \`; until 2027-03-31\` ends it; in an
  app these are properties

SOURCE
  RocksDB, FIFO compaction style; Flink RocksDBConfigurableOptions.COMPACTION_STYLE takes it without a word
`);
});

test('the annotation of a page is one that the engine reads', async () => {
  const { out } = await wide('state-losing-compaction', '--format', 'markdown');
  const [, key, reason] = /(acknowledge\S+): (.*)/.exec(out)!;
  expect(acknowledgementsOf({ [key]: `${reason}; where spec.job; until 2027-03-31` }))
    .toEqual({ acknowledgements: [{ id: 'state-losing-compaction', reason, where: 'spec.job', until: '2027-03-31' }], broken: [] });
});

test.each([
  ['state-loosing-compaction', 'state-losing-compaction'],
  ['state_losing_compaction', 'state-losing-compaction'],
  ['losing-compaction', 'state-losing-compaction'],
  ['no-such-thing', 'the id of a rule'],
])('%s is no rule', async (id, allowed) => {
  expect(await wide(id)).toEqual({
    code: 2,
    out: '',
    err: `rules: there is no rule of this name [rule-id]\n  got      "${id}"\n  allowed  ${allowed}\n  fix      list all of them with \`cdk8s-flink rules\`\n`,
  });
});

test('a code of the operator or of Flink is no rule, and no mistake either', async () => {
  expect(await wide('forbidden-key')).toEqual({ code: 0, out: 'forbidden-key is no rule: the operator or Flink refuses it, see docs/guides/refusals.md\n', err: '' });
});

test('the codes of the twin are those of its sources', () => {
  const sources = ['src/operator', 'src/flink', 'src/units'].flatMap((folder) => files(folder, '.ts')).map(read).join('\n');
  const codes = [...sources.matchAll(/(?:code: |code = |refused\(|broken\(\s*|objection\(|without\()'([a-z0-9-]+)'/g)].map(([, code]) => code);
  // A release that nobody knows is a mistake of whoever asks, and of no manifest.
  expect(TWIN_CODES).toEqual([...new Set(codes)].filter((code) => code !== 'operator-version').sort());
});
