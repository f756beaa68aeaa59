import { call, Code, data, fieldsOf, make, name } from './code';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { refusalIn } from '../../refusal';
import { parseDuration } from '../../units/flink-duration';
import { isWhole } from '../../units/whole-number';

/** One way to say how checkpoints are taken. */
export interface CheckpointingChoice {
  readonly code: Code;
  readonly called: string;
}

const DIR = 'execution.checkpointing.dir';
const SAVEPOINTS = 'execution.checkpointing.savepoint-dir';

/** Ways to say what the settings, under current keys, say of checkpoints; the one that says most comes first. */
export function checkpointingChoices(settings: FlinkSettings): CheckpointingChoice[] {
  const directory = settings.get(DIR);
  if (directory === undefined) {
    return [{
      code: call('Checkpointing.disabled', fieldsOf({ reason: data('the manifest has no directory for checkpoints') })),
      called: 'Checkpointing.disabled',
    }];
  }
  const schedule = scheduleFields(settings);
  const [, bucket, prefix] = /^s3:\/\/([a-z0-9][a-z0-9.-]+)\/(.+)\/checkpoints$/.exec(directory) ?? [];
  const endpoint = settings.get('s3.endpoint');
  const recorded = {
    checkpoints: data(directory),
    savepoints: data(settings.get(SAVEPOINTS) ?? directory),
    highAvailability: textOf(settings.get('high-availability.storageDir')),
  };
  return [
    ...bucket === undefined ? [] : [{
      code: make('S3Checkpointing', fieldsOf({ bucket: data(bucket), prefix: data(prefix), endpoint: textOf(endpoint), ...schedule })),
      called: 'S3Checkpointing',
    }],
    {
      code: make('RecordedDirectories', fieldsOf(recorded), ...Object.values(schedule).every((code) => code === undefined) ? [] : [fieldsOf(schedule)]),
      called: 'Checkpointing',
    },
  ];
}

/** Properties of any checkpointing, where a setting says them. */
function scheduleFields(settings: FlinkSettings): Record<string, Code | undefined> {
  const at = (key: string) => settings.get(`execution.checkpointing.${key}`);
  return {
    interval: durationCode(at('interval')),
    timeout: durationCode(at('timeout')),
    minPause: durationCode(at('min-pause')),
    mode: constantCode('CheckpointingMode', ['EXACTLY_ONCE', 'AT_LEAST_ONCE'], at('mode')),
    unaligned: at('unaligned.enabled') === 'true' || at('unaligned.enabled') === 'false' ? data(at('unaligned.enabled') === 'true') : undefined,
    maxConcurrent: countCode(at('max-concurrent-checkpoints')),
    retained: countCode(at('num-retained')),
    retention: constantCode('CheckpointRetention', ['RETAIN_ON_CANCELLATION', 'DELETE_ON_CANCELLATION'], at('externalized-checkpoint-retention')),
  };
}

/** A time of Flink in the largest unit that is exact; nothing where it is none of whole milliseconds above zero. */
function durationCode(text: string | undefined): Code | undefined {
  let nanoseconds = 0n;
  if (text === undefined || refusalIn(() => { nanoseconds = parseDuration(text); }) !== undefined) {
    return undefined;
  }
  const [unit, size] = UNITS.find(([, each]) => nanoseconds % each === 0n) ?? [];
  const amount = Number(nanoseconds / (size ?? 1n));
  return unit === undefined || !isWhole(amount, 1) ? undefined : call(`Duration.${unit}`, data(amount));
}

const UNITS: readonly (readonly [unit: string, nanoseconds: bigint])[] = [
  ['hours', 3_600_000_000_000n], ['minutes', 60_000_000_000n], ['seconds', 1_000_000_000n], ['millis', 1_000_000n],
];

/** A whole number from 1. */
export function countCode(text: string | undefined): Code | undefined {
  const count = Number(text);
  return text !== undefined && /^[0-9]+$/.test(text) && isWhole(count, 1) ? data(count) : undefined;
}

function constantCode(of: string, constants: readonly string[], text: string | undefined): Code | undefined {
  return text !== undefined && constants.includes(text) ? name(`${of}.${text}`) : undefined;
}

function textOf(text: string | undefined): Code | undefined {
  return text === undefined ? undefined : data(text);
}
