import { PlanFinding } from '../sizing/plan/plan-finding';

/** Whoever takes a log is told what it costs. */
export const CHANGELOG_FINDING: PlanFinding = {
  code: 'state-changelog',
  message: 'the changelog is experimental in Flink up to 2.3, keeps up to changelog.maxInFlight on the heap of each TaskManager, which the plan does not count, '
    + 'and makes each savepoint that the job starts from the job\'s own, which deletes it in time',
  fix: 'copy a savepoint that must stay before the job starts from it; leave changelog out where checkpoints are short enough without it',
};
