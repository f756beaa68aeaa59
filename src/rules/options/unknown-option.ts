import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { FlinkVersion } from '../../flink/flink-version';
import { knownLine } from '../../flink/known-line';
import { flinkOptions, isOperatorOption, operatorOptions } from '../../flink/options/option-catalogue';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { OperatorVersion } from '../../operator/operator-version';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

/** Only Flink reads below these, so that whatever it does not know is read by nobody. */
const CLOSED = /^(state|taskmanager|jobmanager|execution|kubernetes(?!\.operator)|restart-strategy\.(fixed-delay|failure-rate|exponential-delay))\./;
/** Flink reads below these too, and jobs may have settings of their own there: only what looks like a slip is one. */
const SHARED = new RegExp(`^(${[
  'pipeline', 'parallelism', 'restart-strategy', 'high-availability', 'heartbeat', 'slotmanager', 'resourcemanager', 'cluster', 'rest', 'web', 'blob',
  'process', 'pekko', 'slot', 'io', 'env', 'classloader',
].join('|')})\\.`);
/** Set by Flink and the operator for each other. */
const INTERNAL = /^kubernetes\.internal\./;

/** What somebody meant by a key that no Flink ever had: in the words of the manifest, and in those of our constructs. */
interface Meant {
  readonly fix: string;
  readonly inConstruct: string;
}

/** Keys that tutorials show. */
const MEANT: Record<string, Meant> = {
  'state.backend.rocksdb.block-cache-size': {
    fix: 'remove it; the cache is managed memory: taskmanager.memory.managed.fraction or .size',
    inConstruct: 'remove it; Flink makes the cache of managed memory, which the plan sizes: set taskManager.memory or calibration.cacheHitRate',
  },
  'state.backend.rocksdb.block-size': {
    fix: 'write state.backend.rocksdb.block.blocksize, some KiB', inConstruct: 'set blockSize of RocksDbStateBackend, some KiB',
  },
  'state.backend.rocksdb.block-size-multiplier': { fix: 'remove it; there is nothing like it', inConstruct: 'remove it; there is nothing like it' },
  'state.savepoints.num-retained': {
    fix: 'remove it; Flink never deletes savepoints, and the operator does by kubernetes.operator.savepoint.history.max.count',
    inConstruct: 'set retained of the checkpointing; Flink never deletes savepoints',
  },
  'state.checkpoints.interval': { fix: 'write execution.checkpointing.interval', inConstruct: 'set interval of the checkpointing' },
  'pipeline.default-parallelism': { fix: 'write parallelism in spec.job', inConstruct: 'set parallelism' },
  'env.taskmanager.tmp.dirs': { fix: 'write io.tmp.dirs', inConstruct: 'remove it; the construct mounts what Flink writes to' },
  'execution.checkpointing.filesystem': { fix: 'write execution.checkpointing.storage', inConstruct: 'remove it; the checkpointing sets the storage' },
  'state.checkpoints.timeout': { fix: 'write execution.checkpointing.timeout', inConstruct: 'set timeout of the checkpointing' },
};

export const unknownOption: Rule = {
  id: 'unknown-option',
  pack: Pack.PRODUCTION,
  category: Category.OPTIONS,
  severity: Severity.ERROR,
  title: 'an option that neither Flink nor the operator has',
  why: 'Flink passes over what it does not know, so that the setting is lost without a word',
  fix: 'correct the key, or remove it',
  source: 'the option catalogue of Flink 1.19 to 2.3 and operator 1.10 to 1.16, read from their jars',
  fires: `
flinkConfiguration:
  state.backend.rocksdb.block-cache-size: 512mb
  state.checkpoints.interval: 60s
`,
  passes: `
flinkConfiguration:
  taskmanager.memory.managed.fraction: "0.6"
  execution.checkpointing.interval: 60s
`,
  check: (cluster) => unreadKeys(cluster, (key) => CLOSED.test(key)),
};

export const unfamiliarOption: Rule = {
  id: 'unfamiliar-option',
  pack: Pack.PRODUCTION,
  category: Category.OPTIONS,
  severity: Severity.WARNING,
  title: 'an option that the released Flink and operator do not have',
  why: 'unless a build of your own, a job or a vendor\'s operator reads it, the setting is lost without a word',
  fix: 'correct the key or remove it, or acknowledge it and say who reads it',
  source: unknownOption.source,
  fires: `
flinkConfiguration:
  pipeline.max-paralelism: "720"
  job.autoscaler.enable: "true"
`,
  passes: `
flinkConfiguration:
  pipeline.max-parallelism: "720"
  job.autoscaler.enabled: "true"
`,
  check: (cluster) => unreadKeys(cluster, (key) => !CLOSED.test(key)),
};

/** Keys of a kind that no released Flink and no operator reads. */
function unreadKeys(cluster: EffectiveCluster, isMine: (key: string) => boolean): Finding[] {
  const { written, configuration, manifest: { spec }, installation } = cluster;
  const findings: Finding[] = [];
  const line = lineOf(spec.flinkVersion);
  written.forEach((_, key) => {
    const nearest = isMine(key) ? nobodyReads(key, line, installation.release) : undefined;
    const certain = isOperatorOption(key) || key in MEANT || (CLOSED.test(key) && !hasReaderOfItsOwn(key, configuration));
    if (nearest !== undefined && (nearest.length > 0 || certain)) {
      findings.push({
        path: optionPath(key),
        what: `neither Flink nor the operator has an option ${key}, and would pass over it`,
        got: 'this key',
        allowed: nearest.length === 0 || key in MEANT ? 'options of Flink and the operator, or keys below a prefix of your own' : nearest.join(', '),
        ...MEANT[key],
      });
    }
  });
  return findings;
}

const answers = new Map<string, readonly string[] | undefined>();

/** The keys nearest to one that is read by no line of Flink, no release of the operator and no plugin; nothing for all others. */
function nobodyReads(key: string, line: FlinkVersion, release: OperatorVersion): readonly string[] | undefined {
  if (!(CLOSED.test(key) || isOperatorOption(key) || SHARED.test(key)) || INTERNAL.test(key)) {
    return undefined;
  }
  const asked = `${line.minorLine} ${release.minorLine} ${key}`;
  if (!answers.has(asked)) {
    const found = (isOperatorOption(key) ? operatorOptions(release.minorLine) : flinkOptions(line)).find(key);
    answers.set(asked, found.is === 'unknown' ? found.nearest : undefined);
  }
  return answers.get(asked);
}

/** The newest, where the resource names none of them; what only another line reads is no unknown key of any. */
function lineOf(flinkVersion: string | undefined): FlinkVersion {
  return knownLine(flinkVersion) ?? FlinkVersion.V2_3;
}

/** A backend or an options factory of the user's may read keys beside those of Flink. */
function hasReaderOfItsOwn(key: string, settings: FlinkSettings): boolean {
  const [, backend] = /^state\.backend\.([^.]+)\./.exec(key) ?? [];
  return backend !== undefined
    && (settings.has(`state.backend.${backend}.options-factory`) || (settings.get('state.backend.type') ?? '').includes('.'));
}
