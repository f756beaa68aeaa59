import { Size } from 'cdk8s';
import { bindAlone, LINES, settingsOf, strangersTo } from './option-settings';
import { deploymentOf } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { FlinkVersion, ForStStateBackend, ForStStateBackendProps, HashMapStateBackend, LocalDisk } from 'cdk8s-flink';

const ALL: ForStStateBackendProps = {
  cacheLimit: Size.gibibytes(20),
  cacheReserve: Size.gibibytes(1),
  readsBeforeReload: 4,
  dropsBeforeBlock: 2,
  readThreads: 6,
  backgroundThreads: 4,
  writeBufferRatio: 0.4,
  bloomFilter: true,
  latencyTracking: {},
};
const ofLine = (flinkVersion: FlinkVersion): ForStStateBackendProps =>
  (flinkVersion.isAtLeast(FlinkVersion.V2_2) ? { ...ALL, keepSynchronousStateLocal: false } : ALL);

test.each(LINES.filter((line) => line.isAtLeast(FlinkVersion.V2_0)))('%s has every option that is written for it', (flinkVersion) =>
  expect(strangersTo(flinkVersion, bindAlone(new ForStStateBackend(ofLine(flinkVersion)), { flinkVersion }))).toEqual([]));

test('they are written as Flink spells them', () => {
  expect(settingsOf(bindAlone(new ForStStateBackend(ofLine(FlinkVersion.V2_3)), { flinkVersion: FlinkVersion.V2_3 }))).toEqual({
    'state.backend.type': 'forst',
    'execution.checkpointing.incremental': 'true',
    'kubernetes.operator.savepoint.format.type': 'NATIVE',
    'table.exec.async-state.enabled': 'true',
    'state.backend.forst.cache.size-based-limit': '20480m',
    'state.backend.forst.cache.reserve-size': '1024m',
    'state.backend.forst.cache.lru.access-before-promote': '4',
    'state.backend.forst.cache.lru.promote-limit': '2',
    'state.backend.forst.executor.read-io-parallelism': '6',
    'state.backend.forst.thread.num': '4',
    'state.backend.forst.memory.write-buffer-ratio': '0.4',
    'state.backend.forst.use-bloom-filter': 'true',
    'state.backend.forst.sync.enforce-local': 'false',
    'state.latency-track.keyed-state-enabled': 'true',
  });
});

test('a cache beyond the disk is refused', () => {
  const stateBackend = new ForStStateBackend({ disk: LocalDisk.ephemeralClaim({ size: Size.gibibytes(10) }), cacheLimit: Size.gibibytes(11) });
  expect(refusalOf(() => deploymentOf({ stateBackend, flinkVersion: FlinkVersion.V2_2 })).movedTo(undefined).message).toBe(says(
    'cacheLimit of ForStStateBackend is not a value that works [state-backend-option]', '11 GiB', '64 MiB to 10 GiB',
    'leave cacheLimit out, or use a value from these',
  ));
});

test('what only Flink 2.2 has is refused on 2.0', () => expect(refusalOf(() =>
  bindAlone(new ForStStateBackend({ keepSynchronousStateLocal: true }), { flinkVersion: FlinkVersion.V2_0 })).code).toBe('option-of-later-version'));

test('it is told that it is experimental', () =>
  expect(deploymentOf({ stateBackend: new ForStStateBackend(), flinkVersion: FlinkVersion.V2_2 }).findings.map(({ code }) => code))
    .toContain('experimental-state-backend'));

test('on Flink 1 it is refused', () => expect(refusalOf(() => deploymentOf({ stateBackend: new ForStStateBackend() })).code).toBe('strategy-of-later-version'));

test('a disk of the heap backend without copies is refused', () => expect(refusalOf(() =>
  bindAlone(new HashMapStateBackend({ disk: LocalDisk.ephemeralClaim() }))).message).toBe(says(
  'disk of HashMapStateBackend does nothing without copies for local recovery [state-option-without-effect]', 'disk', 'options that work together',
  'set localRecovery: true, or leave it out',
)));
