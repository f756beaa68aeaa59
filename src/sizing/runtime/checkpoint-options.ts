import { Duration } from 'cdk8s';
import { FlinkVersion } from '../../flink/flink-version';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { onOrOff } from '../decision/on-or-off';
import { describeState } from '../facts/expected-state';
import { describeObjectives, isUrgent } from '../facts/objectives';
import { StateLocation } from '../facts/state-location';
import { PlacedJob } from '../slots/placed-job';

const RETAINED = { low: 1, value: 3, high: 5 };
/** The example of Flink's documentation, in seconds. */
const ALIGNED_TIMEOUT = 30;
/** Tasks from which one file for each of them is a burden on the storage. */
const MANY_TASKS = 500;
/** State, in MiB, below which a download is as quick as a copy. */
const WORTH_A_COPY = 1024;

export function incremental({ facts: { request }, location }: PlacedJob): Decided<boolean> {
  const derived = location !== StateLocation.HEAP;
  return onOrOff('incremental-checkpoints', 'Incremental checkpoints', derived, request.incrementalCheckpoints, {
    reason: derived ? 'only files that are new since the last checkpoint are uploaded' : 'state on the heap is always written whole',
    inputs: [`state backend ${location}`],
    rule: 'incremental-on-disk',
    source: 'tuning chapter §5 and §6: true with RocksDB, never with the heap backend; ForSt knows no other',
  });
}

export function unaligned({ facts }: PlacedJob): Decided<boolean> {
  const { request, profile: { shuffles } } = facts;
  const possible = shuffles > 0 && (request.concurrentCheckpoints ?? 1) === 1 && request.atLeastOnce !== true;
  const derived = possible && isUrgent(facts);
  return onOrOff('unaligned-checkpoints', 'Unaligned checkpoints', derived, request.unalignedCheckpoints, {
    reason: derived
      ? 'an objective must hold under backpressure too: barriers overtake records when the alignment takes too long'
      : possible ? 'nothing is so urgent that records in flight should be stored with each checkpoint' : 'there is nothing to align, or another choice rules them out',
    inputs: [`exchanges ${shuffles}`, ...describeObjectives(facts)],
    rule: 'unaligned-when-urgent',
    source: 'tuning chapter §5: false unless latency-critical; Flink docs, checkpointing under backpressure',
  });
}

export function alignedTimeout({ facts }: PlacedJob, interval: Duration): Decided<Duration> {
  const half = Math.floor(interval.toMilliseconds() / 2);
  const derived = Duration.millis(Math.min(ALIGNED_TIMEOUT * 1000, half));
  return new Decided('aligned-checkpoint-timeout', derived, undefined, Amount._duration, () => ({
    title: 'Aligned timeout',
    low: Duration.millis(0),
    high: Duration.millis(Math.max(ALIGNED_TIMEOUT * 1000, half)),
    reason: 'without backpressure a checkpoint stays aligned and small',
    inputs: [`interval ${Amount._duration(interval)}`, ...describeObjectives(facts)],
    rule: 'half-the-interval-to-align',
    source: 'Flink docs, checkpointing under backpressure: 30 s in the example',
  }));
}

export function retained({ facts: { request } }: PlacedJob): Decided<number> {
  return new Decided('retained-checkpoints', RETAINED.value, request.retainedCheckpoints, (count) => Amount._count(count, ''), () => ({
    title: 'Retained checkpoints',
    low: RETAINED.low,
    high: RETAINED.high,
    reason: 'older checkpoints to fall back to, when the last one turns out to be unreadable or wrong',
    inputs: [],
    rule: 'retain-three',
    source: 'tuning chapter §6: 3, and §5: low values limit recovery; Flink default 1',
  }));
}

/** Off, whatever the job: Flink 2.3 still calls it experimental. The range says when to look at it. */
export function fileMerging({ facts: { request: { flinkVersion }, profile: { operators } }, location, shape }: PlacedJob): Decided<boolean> {
  const tasks = shape.parallelism * operators;
  const worthATry = tasks >= MANY_TASKS && location !== StateLocation.REMOTE && flinkVersion.isAtLeast(FlinkVersion.V1_20);
  return new Decided('checkpoint-file-merging', false, undefined, Amount._switch, () => ({
    title: 'Merged checkpoint files',
    low: false,
    high: worthATry,
    reason: worthATry
      ? 'so many tasks write many small files, but merging them is experimental in Flink and may take twice the space'
      : 'the tasks are few enough for a file each',
    inputs: [`tasks ${tasks}`, `${flinkVersion}`],
    rule: 'no-file-merging-while-experimental',
    source: 'Flink 1.20 to 2.3: execution.checkpointing.file-merging.enabled is marked experimental; the number of tasks is our assumption',
  }));
}

export function localRecovery({ facts, location }: PlacedJob): Decided<boolean> {
  const { request, state, given: { recoveryTimeObjective } } = facts;
  const derived = recoveryTimeObjective !== undefined && location === StateLocation.LOCAL_DISK && state.mebibytes >= WORTH_A_COPY;
  return onOrOff('local-recovery', 'Local recovery', derived, request.localRecovery, {
    reason: derived
      ? 'TaskManagers that survive a failure restart from their own disk; only records in flight are downloaded'
      : location !== StateLocation.LOCAL_DISK ? 'there are no files on a local disk to start from'
        : recoveryTimeObjective === undefined ? 'no recovery time objective asks for it' : 'so little state is downloaded as quickly',
    inputs: [`expected state ${describeState(state)}`, ...describeObjectives(facts)],
    rule: 'local-copy-for-a-recovery-time',
    source: 'Flink docs, large state: task-local recovery; they say it does not go with unaligned checkpoints, the code of 1.20 and 2.3 has no such check; '
      + 'the size is our assumption',
  });
}
