import { snapshotDisposal } from '../../../src/rules/upgrades/snapshot-disposal';
import { foundBy } from '../example-of';

describe('snapshot-disposed-on-delete', () => {
  test.each([['{ path: "s3://x/y" }', 1], ['{ disposeOnDelete: true }', 0], ['{ path: "s3://x/y", alreadyExists: true }', 0]])('%s', (savepoint, count) =>
    expect(foundBy(snapshotDisposal, snapshotDisposal.passes!.replace(/savepoint: .*/, `savepoint: ${savepoint}`))).toHaveLength(count));

  test('a checkpoint has no such field', () => expect(foundBy(snapshotDisposal, snapshotDisposal.passes!.replace(/savepoint: .*/, 'checkpoint: {}'))).toEqual([]));
});
