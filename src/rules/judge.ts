import { acknowledgementFindings } from './about-acknowledgements';
import { Acknowledgement } from './acknowledgement';
import { covers, isExpired } from './acknowledging';
import { inPacks } from './all-rules';
import { acknowledgementsOf } from './annotated-acknowledgements';
import { Judging } from './judging';
import { refusedFindings } from './refused-findings';
import { Edit, Found, Pack, RuleText, Severity } from './rule';
import { runRules } from './run-rules';
import { messageShown } from '../flink/configuration/sensitive-key';
import { ManifestPath, pathShown } from '../operator/manifest/manifest-path';
import { ResourceTwin } from '../operator/resource-twin';

/** A finding with the rule that found it, complete for whoever shows it. */
export interface Judged {
  readonly rule: RuleText;
  readonly path: ManifestPath;
  readonly what: string;
  readonly got: string;
  readonly allowed: string;
  readonly fix: string;
  readonly becomes?: string;
  readonly edits: readonly Edit[];
}

/** What is said about one resource. */
export interface Verdict {
  /** By weight, then by place in the resource, then by rule. */
  readonly findings: Judged[];
  readonly acknowledged: { readonly finding: Judged; readonly by: Acknowledgement }[];
}

const WEIGHT = [Severity.ERROR, Severity.WARNING, Severity.INFO];

/** All that the packs have to say about what a resource will be. */
export function judged(twin: ResourceTwin, { packs, today }: Judging): Verdict {
  const { acknowledgements, broken } = acknowledgementsOf(twin.metadata.annotations);
  const found = [...refusedFindings(twin), ...broken, ...runRules(twin, inPacks(packs))];
  const acknowledged: { readonly finding: Judged; readonly by: Acknowledgement }[] = [];
  const findings = acknowledgementFindings(acknowledgements, found, { packs, today }).map(judgedFinding);
  for (const one of found) {
    const by = one.rule.pack === Pack.REFUSED ? undefined
      : acknowledgements.find((each) => each.id === one.rule.id && !isExpired(each, today) && covers(each, one.finding.path));
    if (by === undefined) {
      findings.push(judgedFinding(one));
    } else {
      acknowledged.push({ finding: judgedFinding(one), by });
    }
  }
  return { findings: findings.sort(byWeight), acknowledged };
}

/** Complete for whoever shows it. */
export function judgedFinding({ rule, finding }: Found): Judged {
  const { path, what, got, allowed, fix, becomes, edits = [] } = finding;
  return {
    rule,
    path,
    what: messageShown(what),
    got: messageShown(got),
    allowed: messageShown(allowed),
    fix: fix === undefined ? rule.fix : messageShown(fix),
    becomes: becomes === undefined ? undefined : messageShown(becomes),
    edits,
  };
}

function byWeight(one: Judged, other: Judged): number {
  return WEIGHT.indexOf(one.rule.severity) - WEIGHT.indexOf(other.rule.severity)
    || compare(pathShown(one.path), pathShown(other.path)) || compare(one.rule.id, other.rule.id)
    || compare(one.what, other.what) || compare(one.got, other.got);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
