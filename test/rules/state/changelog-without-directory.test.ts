import { changelogWithoutDirectory } from '../../../src/rules/state/changelog-without-directory';
import { found, Read } from '../examples';

describe('changelog-without-directory', () => {
  test('a changelog without a directory is found', () => expect(found(changelogWithoutDirectory)).toEqual([{
    at: 'spec.flinkConfiguration["state.changelog.dstl.dfs.base-path"]',
    what: 'the changelog has no directory, and each task fails when it starts',
    got: 'none',
    allowed: 'a directory in a storage that outlives the pods',
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkVersion: v1_19\nflinkConfiguration: { state.backend.changelog.enabled: "true", state.backend.changelog.storage: "filesystem" }', { at: 'spec.flinkConfiguration["dstl.dfs.base-path"]' }],
  ])('%s is found', (part, read) => expect(found(changelogWithoutDirectory, part)).toMatchObject([read]));

  test.each([
    changelogWithoutDirectory.passes!,
    'flinkConfiguration: { state.changelog.enabled: "true", state.changelog.storage: "filesystem", dstl.dfs.base-path: "s3://flink-state/log" }',
    'flinkConfiguration: { state.changelog.storage: "filesystem" }',
    'flinkConfiguration: { state.changelog.enabled: "true" }',
  ])('%s is none', (part) => expect(found(changelogWithoutDirectory, part)).toEqual([]));
});
