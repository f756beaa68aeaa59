import { ResourceTwin } from '../../operator/resource-twin';
import { CATALOGUE_RULES, inPacks } from '../../rules/all-rules';
import { Judged, judgedFinding } from '../../rules/judge';
import { REFUSAL_PACK } from '../../rules/refusal-pack';
import { Pack, Severity } from '../../rules/rule';
import { runRules } from '../../rules/run-rules';
import { FindingLevel } from '../props/finding-level';

/** Those that have looked at a construct when it was made have nothing more to say, unless somebody lives with some of it. */
const LATER = inPacks([Pack.PRODUCTION]).filter((rule) => !(REFUSAL_PACK as readonly unknown[]).includes(rule));

/** Strategies vouch for their own options, and tests hold those against the catalogue, which takes time to load. */
const OF_OUR_OPTIONS = LATER.filter((rule) => !(CATALOGUE_RULES as readonly unknown[]).includes(rule));

/** What a construct knows of its resource. */
export interface Looking {
  /** Whether the options are those of strategies and the plan alone. */
  readonly ours: boolean;
  /** Whether the rules that have looked when it was made are to look again. */
  readonly again: boolean;
  readonly levels?: Readonly<Record<string, FindingLevel>>;
}

/** What the rules for production say about a resource, each with the weight that the levels give it. */
export function ruledResource(twin: ResourceTwin, { ours, again, levels = {} }: Looking): Judged[] {
  return runRules(twin, again ? inPacks([Pack.PRODUCTION]) : ours ? OF_OUR_OPTIONS : LATER).map(judgedFinding)
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
