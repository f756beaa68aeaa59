import { isUnfilled } from '../../flink/configuration/unfilled-text';
import { Refusal } from '../../refusal';
import { parseDuration } from '../../units/flink-duration';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

const DURATIONS = [
  'execution.checkpointing.interval', 'execution.checkpointing.timeout', 'execution.checkpointing.min-pause',
  'execution.checkpointing.aligned-checkpoint-timeout',
];

export const unreadableDuration: Rule = {
  id: 'unreadable-duration',
  pack: Pack.PRODUCTION,
  category: Category.OPTIONS,
  severity: Severity.ERROR,
  title: 'a time of the checkpoint schedule that Flink cannot read',
  why: 'Flink fails when the job starts',
  fix: 'write one whole number and one unit, for example 10min; 1h30m is 90min',
  source: 'Flink TimeUtils',
  fires: `
flinkConfiguration:
  execution.checkpointing.timeout: 1h30m
`,
  passes: `
flinkConfiguration:
  execution.checkpointing.timeout: 90min
`,
  check: ({ configuration }) => DURATIONS.flatMap((key): Finding[] => {
    const text = configuration.get(key);
    // What nobody has filled in is told as that.
    if (text === undefined || isUnfilled(key, text)) {
      return [];
    }
    try {
      parseDuration(text);
      return [];
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
      return [{
        path: optionPath(key),
        what: `${key} is not a time that every Flink reads`,
        got: `"${text}"`,
        allowed: 'a whole number with d, h, min, s or ms',
        inConstruct: 'for example "10min"; 1h30m is "90min"',
      }];
    }
  }),
};
