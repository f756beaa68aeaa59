import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestsIn, twinsIn } from '../../src/cli/manifest-file';
import { OperatorVersion } from '../../src/operator/operator-version';
import { Refusal } from '../../src/refusal';
import { judged } from '../../src/rules/judge';
import { Pack } from '../../src/rules/rule';

const EXAMPLES = join(__dirname, '..', '..', 'examples');
const INSTALLATION = { release: OperatorVersion.V1_16, defaults: new Map() };

/** What an example shows on purpose, or leaves out because it is about something else. */
const MEANT: Record<string, string[]> = {
  // How a job takes over state from elsewhere; both lines go after the first start.
  'artifacts/artifacts.k8s.yaml': ['initial-savepoint-left', 'non-restored-state-allowed'],
  // The smallest example that there is, with an image that everybody has.
  'basic/basic.k8s.yaml': ['floating-tag'],
  'extension/extension.k8s.yaml': ['floating-tag', 'open-web-ui'],
  // As it was before it was tuned.
  'diff/baseline.yaml': ['deprecated-key', 'rocksdb-in-container', 'rocksdb-not-incremental', 'small-rocksdb-share', 'small-task-heap', 'unset-max-parallelism'],
  // A few settings of it tuned, for `diff` to tell.
  'diff/tuned.yaml': ['rocksdb-in-container', 'undeclared-metrics-port', 'unset-max-parallelism'],
  'product-dedup/baseline.k8s.yaml': ['rocksdb-not-incremental', 'small-rocksdb-share', 'small-task-heap'],
  // A job that is deployed now and started later.
  'session/session.k8s.yaml': ['suspended-job'],
};

const files = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) => /\.k8s\.yaml$|^diff\/.*\.yaml$/.test(name)).sort();

test('all that means something is there', () => expect(files).toEqual(expect.arrayContaining(Object.keys(MEANT))));

test.each(files)('production has nothing to say about %s but what is meant', (file) => {
  const twins = twinsIn([manifestsIn(file, readFileSync(join(EXAMPLES, file), 'utf8'), INSTALLATION.release)], INSTALLATION);
  const found = twins.flatMap(({ twin }) => (twin instanceof Refusal ? [twin.code] : judged(twin, { packs: [Pack.PRODUCTION], today: '2026-11-22' })
    .findings.map(({ rule: { id } }) => id)));
  expect([...new Set(found)].sort()).toEqual(MEANT[file] ?? []);
});
