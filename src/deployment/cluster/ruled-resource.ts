import { ResourceTwin } from '../../operator/resource-twin';
import { inPacks } from '../../rules/all-rules';
import { Judged, judgedFinding } from '../../rules/judge';
import { REFUSAL_PACK } from '../../rules/refusal-pack';
import { Pack, Severity } from '../../rules/rule';
import { runRules } from '../../rules/run-rules';
import { FindingLevel } from '../props/finding-level';

/** Those that have looked at a construct when it was made have nothing more to say, unless somebody lives with some of it. */
const LATER = inPacks([Pack.PRODUCTION]).filter((rule) => !(REFUSAL_PACK as readonly unknown[]).includes(rule));

/** What the rules for production say about a resource, each with the weight that the levels give it. */
export function ruledResource(twin: ResourceTwin, again: boolean, levels: Readonly<Record<string, FindingLevel>> = {}): Judged[] {
  return runRules(twin, again ? inPacks([Pack.PRODUCTION]) : LATER).map(judgedFinding)
    .filter(({ rule: { id } }) => levels[id] !== FindingLevel.OFF)
    .map((finding) => ({ ...finding, rule: { ...finding.rule, severity: severityBy(levels[finding.rule.id], finding.rule.severity) } }));
}

function severityBy(level: FindingLevel | undefined, severity: Severity): Severity {
  switch (level) {
    case FindingLevel.ERROR: return Severity.ERROR;
    case FindingLevel.TOLD: return severity === Severity.ERROR ? Severity.WARNING : severity;
    default: return severity;
  }
}
