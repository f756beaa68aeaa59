import { Category, Pack, RuleText, Severity } from './rule';

const ABOUT: Pick<RuleText, 'pack' | 'category' | 'severity' | 'source'> = {
  pack: Pack.PRODUCTION, category: Category.OPTIONS, severity: Severity.WARNING, source: 'this library',
};

export const BROKEN_ACKNOWLEDGEMENT: RuleText = {
  ...ABOUT,
  id: 'broken-acknowledgement',
  title: 'an acknowledgement without a reason, or with a day that is none',
  why: 'it silences nothing',
  fix: 'write `reason`, and behind it `; until 2027-03-31` or `; where spec.job` if need be',
  fires: `
kind: FlinkDeployment
metadata:
  annotations:
    acknowledge.cdk8s-flink/few-retained-checkpoints: "-"
spec:
  flinkConfiguration:
    execution.checkpointing.num-retained: "1"
`,
  passes: `
kind: FlinkDeployment
metadata:
  annotations:
    acknowledge.cdk8s-flink/few-retained-checkpoints: the job is replayed from its topics within an hour
spec:
  flinkConfiguration:
    execution.checkpointing.num-retained: "1"
`,
};

export const EXPIRED_ACKNOWLEDGEMENT: RuleText = {
  ...ABOUT,
  id: 'expired-acknowledgement',
  title: 'an acknowledgement whose day is over',
  why: 'it silences nothing any more',
  fix: 'mend the finding, or decide again',
  fires: `
kind: FlinkDeployment
metadata:
  annotations:
    acknowledge.cdk8s-flink/few-retained-checkpoints: the store is moved in spring; until 2020-03-31
spec:
  flinkConfiguration:
    execution.checkpointing.num-retained: "1"
`,
  passes: `
kind: FlinkDeployment
metadata:
  annotations:
    acknowledge.cdk8s-flink/few-retained-checkpoints: the store is moved in spring; until 2999-03-31
spec:
  flinkConfiguration:
    execution.checkpointing.num-retained: "1"
`,
};

export const VAIN_ACKNOWLEDGEMENT: RuleText = {
  ...ABOUT,
  id: 'vain-acknowledgement',
  title: 'an acknowledgement that silences nothing',
  why: 'whoever reads it believes in a problem that is not there, or misses the one that is',
  fix: 'remove it',
  fires: `
kind: FlinkDeployment
metadata:
  annotations:
    acknowledge.cdk8s-flink/few-retained-checkpoints: the job is replayed from its topics within an hour
`,
  passes: `
kind: FlinkDeployment
metadata:
  annotations: {}
`,
};

/** A mistake of ours, which must not hide what the other rules have to say; no manifest shows it. */
export const RULE_FAILED: RuleText = {
  ...ABOUT,
  id: 'rule-failed',
  title: 'a rule that failed itself',
  why: 'what it looks for may be there or not',
  fix: 'report it',
  fires: '',
  passes: '',
};

/** What the engine has to say of rules and acknowledgements, whatever packs are on. */
export const ENGINE_RULES: readonly RuleText[] = [BROKEN_ACKNOWLEDGEMENT, EXPIRED_ACKNOWLEDGEMENT, VAIN_ACKNOWLEDGEMENT, RULE_FAILED];
