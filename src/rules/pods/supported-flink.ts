import { Category, Pack, Rule, Severity } from '../rule';

/** By the comments of the operator's enumeration. */
const DEPRECATED: Record<string, string> = { v1_15: '1.10', v1_16: '1.11', v1_17: '1.13', v1_18: '1.13' };

export const oldFlinkVersion: Rule = {
  id: 'old-flink-version',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.WARNING,
  title: 'a Flink that the operator is about to leave behind',
  why: 'a later release of the operator refuses it, as it does 1.13 and 1.14 today, and then no deployment of it can be changed any more',
  fix: 'move to Flink 1.20 by a savepoint',
  source: 'operator FlinkVersion: deprecated since 1.10 (1.15), 1.11 (1.16), 1.13 (1.17, 1.18); DefaultValidator.validateFlinkVersion refuses those before 1.15',
  fires: 'flinkVersion: v1_17',
  passes: 'flinkVersion: v1_20',
  check: ({ manifest: { spec: { flinkVersion = '' } } }) => (DEPRECATED[flinkVersion] === undefined ? [] : [{
    path: ['spec', 'flinkVersion'],
    what: `operator ${DEPRECATED[flinkVersion]} and newer call this version deprecated`,
    got: flinkVersion,
    allowed: 'v1_19 and newer',
  }]),
};
