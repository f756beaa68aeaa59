import { FindingsExplanation, Outcome, VerdictExplanation } from './manifest-explanation';
import { pathShown } from '../../operator/manifest/manifest-path';
import { ResourceTwin } from '../../operator/resource-twin';
import { Refusal } from '../../refusal';
import { judged } from '../../rules/judge';
import { Pack, Severity } from '../../rules/rule';

const MOST = 5;

/** Whether it is admitted and runs, and what there is to say against it. */
export function verdictExplained(twin: ResourceTwin | Refusal, today: string): VerdictExplanation {
  if (twin instanceof Refusal) {
    return { outcome: Outcome.UNREADABLE, refusals: [twin.text], dropped: [] };
  }
  const { admission, failures, pruned } = twin;
  const refusals = [...(admission instanceof Refusal ? [admission] : []), ...failures];
  return {
    outcome: admission instanceof Refusal ? Outcome.REFUSED : failures.length > 0 ? Outcome.FAILS
      : admission === 'undecided' ? Outcome.UNDECIDED : Outcome.RUNS,
    refusals: refusals.map(({ text }) => text),
    dropped: pruned,
    findings: findingsExplained(twin, today),
  };
}

/** What is refused stands above them already. */
function findingsExplained(twin: ResourceTwin, today: string): FindingsExplanation {
  const { findings, acknowledged } = judged(twin, { packs: [Pack.PRODUCTION], today });
  const others = findings.filter(({ rule }) => rule.pack !== Pack.REFUSED);
  const counted = (severity: Severity) => others.filter(({ rule }) => rule.severity === severity).length;
  return {
    errors: counted(Severity.ERROR),
    warnings: counted(Severity.WARNING),
    infos: counted(Severity.INFO),
    acknowledged: acknowledged.length,
    first: others.slice(0, MOST).map(({ rule, path, what, got, fix }) => ({
      rule: rule.id, severity: rule.severity, path: pathShown(path), what, got, fix,
    })),
  };
}
