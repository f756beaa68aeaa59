import { Duration } from 'cdk8s';
import { Decided } from '../decision/decide';
import { Amount } from '../decision/decision';
import { onOrOff } from '../decision/on-or-off';
import { describeObjectives, isUrgent } from '../facts/objectives';
import { SizingFacts } from '../facts/sizing-facts';
import { PlacedJob } from '../slots/placed-job';

/** Flink's own, in milliseconds. */
const BUFFER_TIMEOUT = 100;
/** Flushing more often than this costs more than it gains, in milliseconds. */
const SHORTEST_BUFFER_TIMEOUT = 5;
/** Share of the latency objective that waiting in buffers may take. */
const WAITING_SHARE = 10;
/** Flink docs: beyond this the debloater's floating buffers no longer go round. */
const MOST_PARALLELISM_FOR_DEBLOATING = 200;

/** Milliseconds that a record may wait in a buffer before each exchange. */
function bufferMillis({ latencySeconds, profile: { shuffles } }: SizingFacts): number {
  const share = Math.floor((latencySeconds * 1000) / WAITING_SHARE / Math.max(1, shuffles));
  return Math.max(SHORTEST_BUFFER_TIMEOUT, Math.min(BUFFER_TIMEOUT, share));
}

/** Absent where Flink's own will do. */
export function bufferTimeout({ facts }: PlacedJob): Decided<Duration> | undefined {
  const { profile: { shuffles } } = facts;
  const millis = bufferMillis(facts);
  return shuffles === 0 || millis === BUFFER_TIMEOUT ? undefined : new Decided('buffer-timeout', Duration.millis(millis), undefined, Amount._duration, () => ({
    title: 'Buffer timeout',
    low: Duration.millis(SHORTEST_BUFFER_TIMEOUT),
    high: Duration.millis(BUFFER_TIMEOUT),
    reason: 'a record waits no longer than this for a network buffer to fill, at each exchange',
    inputs: [`exchanges ${shuffles}`, ...describeObjectives(facts)],
    rule: 'a-tenth-of-the-latency-in-buffers',
    source: 'Flink blog 2022-05-18: 100 to 10 ms took p99 from 430 to 370 ms; the tenth is our assumption',
  }));
}

export function bufferDebloating({ facts, shape: { parallelism } }: PlacedJob): Decided<boolean> {
  const { profile: { shuffles } } = facts;
  const derived = shuffles > 0 && isUrgent(facts) && parallelism <= MOST_PARALLELISM_FOR_DEBLOATING;
  return onOrOff('buffer-debloating', 'Buffer debloating', derived, undefined, {
    reason: derived
      ? 'no more than a second of work lies in front of a barrier, so checkpoints and answers are not held up by full buffers'
      : shuffles === 0 ? 'nothing is exchanged'
        : isUrgent(facts) ? 'at so many subtasks the floating buffers would not go round' : 'nothing is so urgent that full buffers hurt',
    inputs: [`exchanges ${shuffles}`, `parallelism ${parallelism}`, ...describeObjectives(facts)],
    rule: 'debloat-when-urgent',
    source: 'Flink docs, network memory tuning: preferred to tuning by hand, weak above parallelism 200, saves no memory',
  });
}

export function objectReuse({ facts: { given: { objectReuseSafe = false } } }: PlacedJob): Decided<boolean> {
  return onOrOff('object-reuse', 'Object reuse', objectReuseSafe, undefined, {
    reason: objectReuseSafe
      ? 'the workload says that no function keeps or changes what it has handed on'
      : 'nobody has said that it is safe; Flink copies records between chained operators',
    inputs: [`objectReuseSafe ${objectReuseSafe}`],
    rule: 'object-reuse-when-safe',
    source: 'Flink option pipeline.object-reuse; no figure for its effect is published',
  });
}
