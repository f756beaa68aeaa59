import fc from 'fast-check';
import { exampleManifest, exampleTwin } from './example-manifest';
import { Judged, judged } from '../../src/rules/judge';
import { REFUSAL_PACK } from '../../src/rules/refusal-pack';
import { Pack } from '../../src/rules/rule';

const KEYS = [
  'execution.checkpointing.interval', 'execution.checkpointing.min-pause', 'execution.checkpointing.timeout', 'execution.checkpointing.mode',
  'execution.checkpointing.dir', 'execution.checkpointing.savepoint-dir', 'execution.checkpointing.storage', 'execution.checkpointing.num-retained',
  'execution.checkpointing.incremental', 'execution.checkpointing.unaligned', 'execution.checkpointing.aligned-checkpoint-timeout',
  'execution.checkpointing.max-concurrent-checkpoints', 'execution.checkpointing.tolerable-failed-checkpoints', 'execution.runtime-mode',
  'high-availability.type', 'high-availability.storageDir', 'restart-strategy.type', 'restart-strategy.fixed-delay.attempts',
  'state.backend.type', 'state.backend.rocksdb.localdir', 'state.backend.rocksdb.memory.managed', 'state.backend.rocksdb.memory.fixed-per-slot',
  'state.backend.rocksdb.memory.fixed-per-tm', 'state.backend.rocksdb.writebuffer.size', 'state.backend.rocksdb.writebuffer.count',
  'state.changelog.enabled', 'state.changelog.storage', 'state.changelog.dstl.dfs.base-path', 's3.endpoint', 'io.tmp.dirs',
  'taskmanager.numberOfTaskSlots', 'taskmanager.memory.flink.size', 'taskmanager.memory.task.heap.size', 'taskmanager.memory.managed.fraction',
  'taskmanager.memory.network.max', 'taskmanager.memory.jvm-overhead.max', 'kubernetes.operator.job.upgrade.last-state-fallback.enabled',
];
const VALUES = [
  '', ' ', '0', '1', '-1', '3s', '5min', '2h', '64m', '2g', '1t', '0.1', 'true', 'false', 'none', 'rocksdb', 'hashmap', 'filesystem', 'jobmanager', 'forst',
  'BATCH', 'AT_LEAST_ONCE', 'fixed-delay', 'zookeeper', 'minio', 'http://minio.svc:9000', 'file:///tmp/a', '/tmp/a,/b', 's3a://a/b', 's3://a/b/c',
];
const PACKS = [Pack.PRODUCTION, Pack.COST, Pack.STRICT];

function said(part: object): Judged[] {
  return judged(exampleTwin({}, exampleManifest(JSON.stringify(part))), { packs: PACKS, today: '2026-11-22' }).findings;
}

test('no rule fails, whatever is set', () => {
  const settings = fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES, null), { maxKeys: 8 });
  const jobs = fc.constantFrom(null, {}, { upgradeMode: null }, { upgradeMode: 'stateless' }, { upgradeMode: 'last-state' });
  fc.assert(fc.property(fc.noBias(settings), jobs, (flinkConfiguration, job) => {
    expect(said({ flinkConfiguration, job }).map(({ rule }) => rule.id)).not.toContain('rule-failed');
  }), { numRuns: 300 });
});

const SECRET = 'hunter2hunter2';
const AROUND = [`s3a://key:${SECRET}@bucket/orders/checkpoints`, `http://user:${SECRET}@minio:9000`, `file:///tmp/a?password=${SECRET}`, `/data/a?password=${SECRET}`];
// Those that the constructs refuse have tests of their own.
const NEW = ({ rule: { id, pack } }: Judged) => pack !== Pack.REFUSED && REFUSAL_PACK.every((rule) => rule.id !== id);

test.each(KEYS)('a secret in %s is not shown', (key) => {
  for (const value of AROUND) {
    const findings = said({ flinkConfiguration: { 's3.endpoint': 'http://minio:9000', [key]: value }, job: { upgradeMode: 'stateless' } });
    expect(JSON.stringify(findings.filter(NEW))).not.toContain(SECRET);
  }
});
