import { readWholeNumber } from '../../flink/configuration/option-reading';
import { readOption } from '../../flink/configuration/option-spelling';
import { runsAsBatch } from '../checkpoints/checkpoint-schedule';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';
import { placeOfOption } from '../written-option';

const TYPE = 'restart-strategy.type';
const ATTEMPTS = 'restart-strategy.fixed-delay.attempts';
/** Beyond that nobody lives to see the last one. */
const ENDLESS = 1_000;

export const restartsThatRunOut: Rule = {
  id: 'restarts-that-run-out',
  pack: Pack.PRODUCTION,
  category: Category.HIGH_AVAILABILITY,
  severity: Severity.WARNING,
  title: 'a streaming job with a last restart',
  why: 'fixed-delay counts every failure from the first day on and never forgets one: after weeks of lost nodes and updates a healthy job ends as FAILED and stays so',
  fix: 'remove restart-strategy.type: with checkpoints Flink then restarts exponentially without end (from 1.19); or take failure-rate',
  source: 'Flink FixedDelayRestartBackoffTimeStrategy: the count is never reset; NoRestartBackoffTimeStrategy; RestartStrategyOptions',
  fires: 'flinkConfiguration: { restart-strategy.type: fixed-delay, restart-strategy.fixed-delay.attempts: "3" }',
  passes: 'flinkConfiguration: { restart-strategy.type: failure-rate }',
  check: (cluster) => {
    const { configuration, manifest: { spec: { job } } } = cluster;
    const type = readOption(configuration, TYPE)?.trim().toLowerCase();
    if (type === undefined || job === undefined || runsAsBatch(configuration)) {
      return [];
    }
    if (['none', 'off', 'disable'].includes(type)) {
      return [{ path: placeOfOption(cluster, TYPE), what: 'the first failure ends this job', got: `"${type}"`, allowed: 'exponential-delay or failure-rate' }];
    }
    return ['fixed-delay', 'fixeddelay'].includes(type) ? ofAttempts(readWholeNumber(configuration, ATTEMPTS, 1)) : [];
  },
};

function ofAttempts(attempts: number): Finding[] {
  return attempts >= ENDLESS ? [] : [{
    path: optionPath(ATTEMPTS),
    what: 'this job ends for good once it has failed often enough since it was started',
    got: `${attempts} restart${attempts === 1 ? '' : 's'}`,
    allowed: 'exponential-delay, failure-rate, or a number that no job lives to see',
    becomes: `failure ${attempts + 1} ends the job, however long ago the others were`,
  }];
}
