import { Refusal, shown } from '../../refusal';
import { Calibration } from '../../workload/calibration';
import { replaced, SizingConstant } from '../decision/constants';

const OURS = 'our assumption; measure it';
const constant = (value: number, low: number, high: number, unit: string, source: string): SizingConstant => ({ value, low, high, unit, source });

/** The rules' own numbers, by the names under which a user replaces them. Ranges span at most ten times, where they meet a measurement. */
export const RULES = {
  // What a record costs. Low ends come from Nexmark and StreamBed, high ends from AWS and the published estimators.
  readMicros: constant(6, 1.5, 15, 'µs', 'Nexmark q0–q2 and StreamBed q1, q2 per core; flink-estimator "simple" at the slow end'),
  nanosPerByte: constant(30, 12, 120, 'ns', 'AWS 5–10 MB/s per vCPU, flink-studies 5–12 MB/s per core; Nexmark q0 about 20 MB/s of 130 B records'),
  shuffleMicros: constant(3, 1, 10, 'µs', 'our assumption; keyed Nexmark queries against q0'),
  stateAccessMicros: constant(8, 2.5, 25, 'µs', 'Nexmark q4–q20 on RocksDB with its state in cache'),
  heapAccessMicros: constant(1, 0.3, 3, 'µs', 'Flink docs, state backends: an order of magnitude faster than RocksDB'),
  diskReadMicros: constant(60, 20, 200, 'µs', 'RocksDB db_bench by cache hit rate: 40 to 130 µs for a read that misses'),
  cacheHitRate: constant(0.8, 0.8, 0.8, '', 'Justin (DAIS 2025): below 0.8 a slot needs twice the managed memory'),
  remoteStateFactor: constant(1.2, 1.2, 1.2, 'times', 'ForSt 0.1.2: 83 % of the rate of RocksDB on a local disk; the access that it multiplies has the range'),
  lookupMicros: constant(15, 5, 50, 'µs', 'flink-estimator "medium", flink-studies "substantial", less the read'),
  lookupMillis: constant(10, 1, 50, 'ms', 'our assumption; measure it'),
  outputMicros: constant(1, 0.3, 3, 'µs', OURS),
  pythonMicros: constant(30, 10, 100, 'µs', 'our assumption; a record crosses to the Python process and back'),
  // How much room there is.
  targetUtilization: constant(0.65, 0.5, 0.77, '', 'operator autoscaler 0.6–0.7; AWS 1.3 times the need'),
  peakUtilization: constant(0.9, 0.8, 1, '', 'our assumption; at its peak a job need not catch up'),
  moderateSkew: constant(1.5, 1.2, 2, 'times', OURS),
  highSkew: constant(3, 2, 5, 'times', OURS),
  slotsPerTaskManager: constant(2, 1, 4, 'slots', 'tuning chapter §2 and §4 use 2; AWS 1 with state, 2 without; Flink docs: one isolates best, several share the fixed parts'),
  // State.
  assumedState: constant(1024, 64, 10_240, 'MiB', 'our assumption; a job that remembers something has some state'),
  heapStateLimit: constant(256, 64, 2048, 'MiB', 'Flink docs, state backends: heap while state fits memory; no figure is given there'),
  heapObjectFactor: constant(3, 2, 5, 'times', 'our assumption; Flink 2.3 takes 46–57 B for an entry beside key and value, AWS plans 2–2.5 GB of state in a 4 GB unit'),
  heapStatePerSlot: constant(8192, 4096, 16_384, 'MiB', 'our assumption; the pauses of a collector grow with the live heap'),
  diskStatePerSlot: constant(500, 200, 1000, 'GiB', 'our assumption; what one subtask must download to be restored'),
  workingSet: constant(0.1, 0.05, 0.25, 'of the state', 'RocksDB db_bench with skewed reads: 28 % hits with a cache of 0.2 % of the state, 90 % with 22 %'),
  rocksDbPerSlot: constant(256, 128, 512, 'MiB', 'Justin (DAIS 2025) grows 158 to 632 MB a slot'),
  rocksDbPerSlotMost: constant(2048, 1024, 8192, 'MiB', 'StreamBed: beyond 16 GiB a TaskManager nothing is gained'),
  writeBufferPerState: constant(32, 16, 64, 'MiB', 'Flink docs, large state: write buffers grow with the states; a full one is 64 MiB'),
  spaceAmplification: constant(2, 1.3, 3, 'times', 'our assumption; levelled compaction keeps 10 % of stale data and needs room to rewrite a level'),
  remoteCache: constant(0.25, 0.1, 0.5, 'of the state', 'our assumption; ForSt keeps what is read often on the local disk'),
  // Other memory.
  slotHeap: constant(256, 128, 1024, 'MiB', 'Flink\'s default of 1,728 MiB leaves 384 MiB for one slot'),
  metaspacePerJob: constant(64, 32, 256, 'MiB', 'our assumption; classes of one more job in a session'),
  pythonPerSlot: constant(256, 128, 1024, 'MiB', OURS),
  sqlWindowPerSlot: constant(64, 32, 256, 'MiB', OURS),
  networkHeadroom: constant(2, 1, 4, 'times', 'our assumption; a rescale to twice the parallelism needs twice the buffers'),
  jobManagerPerTask: constant(2, 0.5, 4, 'MiB', 'our assumption; no source ties JobManager memory to tasks by a number'),
  jobManagerTasksPerCore: constant(4000, 1000, 8000, 'tasks', 'our assumption; deployment, heartbeats and the acknowledgements of checkpoints'),
  // Checkpoints and recovery.
  uploadRate: constant(50, 20, 200, 'MiB/s', OURS),
  compactionAmplification: constant(3, 1.5, 10, 'times', 'our assumption; compaction writes a changed record again'),
  checkpointSeconds: constant(1, 0.2, 5, 's', 'our assumption; barriers, acknowledgements and metadata, before any state is written'),
  restartSeconds: constant(90, 30, 300, 's', 'Flink notices a lost TaskManager after 50 s (heartbeat.timeout), a pod starts within the rest; the autoscaler assumes 5 min'),
} satisfies Record<string, SizingConstant>;

/** The numbers that one plan rests on: the rules', or what replaces them. */
export type Assumptions = Readonly<Record<keyof typeof RULES, SizingConstant>>;

/** The rules with what the user knows better: own numbers first, then measurements. */
export function assumptionsOf(own?: Record<string, number>, calibration?: Calibration): Assumptions {
  return own === undefined && calibration === undefined ? RULES : replacedIn(own ?? {}, calibration ?? {});
}

function replacedIn(own: Record<string, number>, calibration: Calibration): Assumptions {
  const assume: Record<keyof typeof RULES, SizingConstant> = { ...RULES };
  for (const [name, value] of Object.entries(own)) {
    refuseAssumption(name, value);
    const known = name as keyof typeof RULES;
    assume[known] = replaced(RULES[known], value, 'user');
  }
  const measure = (name: keyof typeof RULES, value: number | undefined) => {
    if (value !== undefined) {
      assume[name] = replaced(RULES[name], value, 'measurement');
    }
  };
  measure('cacheHitRate', calibration.cacheHitRate);
  measure('uploadRate', calibration.uploadBytesPerSecond === undefined ? undefined : calibration.uploadBytesPerSecond / 2 ** 20);
  measure('restartSeconds', calibration.restartTime === undefined ? undefined : calibration.restartTime.toMilliseconds() / 1000);
  return assume;
}

/** Names that mean a share of one. */
const SHARES = ['cacheHitRate', 'targetUtilization', 'peakUtilization', 'workingSet', 'remoteCache'];

function refuseAssumption(name: string, value: number): void {
  const [least, most] = [1e-6, SHARES.includes(name) ? 1 : 1e9];
  if (!Object.hasOwn(RULES, name)) {
    throw new Refusal({
      code: 'assumption-name',
      what: 'there is no such assumption',
      got: shown(name),
      allowed: Object.keys(RULES).sort().join(', '),
      fix: 'docs/guides/sizing.md tells what each of them means',
    });
  }
  if (!(value >= least && value <= most)) {
    throw new Refusal({
      code: 'assumption-value',
      what: `the assumption ${name} is out of bounds`,
      got: shown(value),
      allowed: `${least} to ${most}`,
      fix: 'leave it out for the rule\'s own number',
    });
  }
}
