import { ProvenSetting, SettingRank } from '../../src/flink/configuration/provenance';
import { EffectiveCluster } from '../../src/operator/effective-cluster';
import { settingsByAuthor } from '../../src/report/settings-by-author';

function told(rows: [key: string, reason: string][], width: number): string[] {
  const settings = rows.map(([key, reason]): ProvenSetting => ({ key, value: '1', reason, rank: SettingRank.STRATEGY, by: 'Strategy' }));
  const written = new Map(settings.map(({ key, value }) => [key, value]));
  return settingsByAuthor({ settings, secretSettings: [], cluster: { written } as unknown as EffectiveCluster }, width).split('\n').slice(2);
}

test('reasons stand beside their settings, in one column', () => {
  expect(told([['a', 'short'], ['bbbb', 'short too']], 40)).toEqual(['    a: 1     short', '    bbbb: 1  short too']);
});

test('one that is too long for it stands below, and does not push the others away', () => {
  expect(told([['a', 'short'], ['a-setting-with-a-long-name', 'why it is there'], ['bbbb', 'short too']], 40)).toEqual([
    '    a: 1     short',
    '    a-setting-with-a-long-name: 1',
    '      why it is there',
    '    bbbb: 1  short too',
  ]);
});

test('no line is wider than a terminal because of a reason', () => {
  const rows: [string, string][] = [['x'.repeat(20), 'r'.repeat(30)], ['x'.repeat(30), 'r'.repeat(20)], ['x', 'r'.repeat(50)]];
  told(rows, 60).forEach((line) => expect(line.length).toBeLessThanOrEqual(60));
});
