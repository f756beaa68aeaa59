import { KeyedOption, readText } from './option-reading';
import { FlinkVersion } from '../flink-version';

interface Renamed {
  readonly older: string[];
  readonly since: FlinkVersion;
}

/**
 * Options whose key changed within the versions that this library writes for, by their current key. A small part of
 * the option catalogue, which proves it in a test and which a synth shall not wait for.
 * Flink reads every older key of this table in every version up to 2.3; the current one only from `since`.
 */
export const RENAMED: Record<string, Renamed> = {
  'execution.checkpointing.dir': { older: ['state.checkpoints.dir', 'state.backend.fs.checkpointdir'], since: FlinkVersion.V1_20 },
  'execution.checkpointing.savepoint-dir': { older: ['state.savepoints.dir', 'savepoints.state.backend.fs.dir'], since: FlinkVersion.V1_20 },
  'execution.checkpointing.incremental': { older: ['state.backend.incremental'], since: FlinkVersion.V1_20 },
  'execution.checkpointing.num-retained': { older: ['state.checkpoints.num-retained'], since: FlinkVersion.V1_20 },
  'execution.checkpointing.storage': { older: ['state.checkpoint-storage'], since: FlinkVersion.V1_20 },
  'execution.checkpointing.local-backup.enabled': { older: ['state.backend.local-recovery'], since: FlinkVersion.V1_20 },
  'execution.state-recovery.from-local': { older: ['state.backend.local-recovery'], since: FlinkVersion.V1_20 },
  'execution.checkpointing.local-backup.dirs': { older: ['taskmanager.state.local.root-dirs'], since: FlinkVersion.V1_20 },
  'state.changelog.enabled': { older: ['state.backend.changelog.enabled'], since: FlinkVersion.V1_20 },
  ...renamedIn1_20('state.changelog.', 'state.backend.changelog.', ['storage', 'max-failures-allowed', 'periodic-materialize.interval']),
  ...renamedIn1_20('state.changelog.dstl.dfs.', 'dstl.dfs.', [
    'base-path', 'compression.enabled', 'preemptive-persist-threshold', 'upload.max-in-flight', 'upload.num-threads', 'upload.timeout', 'upload.max-attempts',
  ]),
  ...renamedIn1_20('state.latency-track.', 'state.backend.latency-track.', [
    'keyed-state-enabled', 'sample-interval', 'history-size', 'state-name-as-variable',
  ]),
  'execution.state-recovery.claim-mode': { older: ['execution.savepoint-restore-mode'], since: FlinkVersion.V1_20 },
  'restart-strategy.type': { older: ['restart-strategy'], since: FlinkVersion.V1_19 },
  'execution.checkpointing.unaligned.enabled': { older: ['execution.checkpointing.unaligned'], since: FlinkVersion.V1_19 },
  'state.backend.type': { older: ['state.backend'], since: FlinkVersion.V1_19 },
  'high-availability.type': { older: ['recovery.mode', 'high-availability'], since: FlinkVersion.V1_19 },
  'high-availability.storageDir': { older: ['high-availability.zookeeper.storageDir', 'recovery.zookeeper.storageDir'], since: FlinkVersion.V1_19 },
  'jobmanager.adaptive-scheduler.submission.resource-wait-timeout': {
    older: ['jobmanager.adaptive-scheduler.resource-wait-timeout'], since: FlinkVersion.V2_0,
  },
  'jobmanager.adaptive-scheduler.submission.resource-stabilization-timeout': {
    older: ['jobmanager.adaptive-scheduler.resource-stabilization-timeout'], since: FlinkVersion.V2_0,
  },
  'jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling': {
    older: ['jobmanager.adaptive-scheduler.scaling-interval.min'], since: FlinkVersion.V2_0,
  },
  'taskmanager.memory.managed.size': { older: ['taskmanager.memory.size'], since: FlinkVersion.V1_19 },
  'taskmanager.memory.network.fraction': { older: ['taskmanager.network.memory.fraction'], since: FlinkVersion.V1_19 },
  'taskmanager.memory.network.min': { older: ['taskmanager.network.memory.min'], since: FlinkVersion.V1_19 },
  'taskmanager.memory.network.max': { older: ['taskmanager.network.memory.max'], since: FlinkVersion.V1_19 },
};

/** Options that moved from one prefix to another together. */
function renamedIn1_20(prefix: string, older: string, names: string[]): Record<string, Renamed> {
  return Object.fromEntries(names.map((name) => [`${prefix}${name}`, { older: [`${older}${name}`], since: FlinkVersion.V1_20 }]));
}

const SPELLINGS = new Map<string, KeyedOption>(Object.entries(RENAMED).map(([key, { older }]) => [key, { key, older }]));
const CURRENT = new Map(Object.entries(RENAMED).flatMap(([key, { older }]) => older.map((old) => [old, key] as const)));

/** The key that all spellings of one option share. */
export function currentKey(key: string): string {
  return CURRENT.get(key) ?? key;
}

/** The key that a version of Flink reads for an option given by its current key. */
export function keyFor(version: FlinkVersion, key: string): string {
  const renamed = RENAMED[key];
  return renamed === undefined || version.isAtLeast(renamed.since) ? key : renamed.older[0];
}

/** The spelling of an option that Flink reads among some settings; its current key where it is not set. */
export function writtenKey(settings: ReadonlyMap<string, string>, key: string): string {
  return [key, ...RENAMED[key]?.older ?? []].find((spelling) => settings.has(spelling)) ?? key;
}

/** The value of an option under any of its spellings; the current one wins, as in Flink. */
export function readOption(settings: ReadonlyMap<string, string>, key: string): string | undefined {
  return readText(settings, SPELLINGS.get(key) ?? key);
}
